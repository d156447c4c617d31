using NodaTime;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.CaseFiles;

/// <summary>
/// A note of the office on a case (内部メモ): added, never changed, never shown to the company. Storage format.
/// </summary>
/// <param name="At">When it was written.</param>
/// <param name="By">Id of the member.</param>
/// <param name="Name">Name of the member.</param>
/// <param name="Text">The text.</param>
/// <param name="Sequence">How many notes were written before it in the same instant; null where none was.</param>
public sealed record CaseNote(Instant At, string By, string Name, string Text, int? Sequence = null) : IWrittenAt;
