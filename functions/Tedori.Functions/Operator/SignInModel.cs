using Tedori.Workflows.Office;

namespace Tedori.Functions.Operator;

/// <summary>What the development sign-in shows.</summary>
/// <param name="Token">Name and value of the form's token.</param>
/// <param name="People">Who one can be.</param>
/// <param name="Present">Who one is, or null.</param>
/// <param name="Back">Path to go to afterwards.</param>
public sealed record SignInModel(
    (string Name, string Value) Token, IReadOnlyList<StaffMember> People, StaffMember? Present, string Back);
