using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Cases;

/// <summary>What an act would ask of a case: the command as it would be handled now. Nothing is asked by it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Command">The command.</param>
public sealed record AskedOfCase(CaseId Case, CaseCommand Command);
