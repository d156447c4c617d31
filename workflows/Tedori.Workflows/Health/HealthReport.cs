namespace Tedori.Workflows.Health;

/// <summary>How the parts are. Says nothing that not everybody may know.</summary>
/// <param name="Status"><c>ok</c>, or <c>failing</c> where one part fails.</param>
/// <param name="Checks">By part: <c>ok</c>, <c>noneYet</c> or <c>failing</c>; of the mails also <c>diverted</c>.</param>
public sealed record HealthReport(string Status, IReadOnlyDictionary<string, string> Checks)
{
    /// <summary>A part that works.</summary>
    public const string Ok = "ok";

    /// <summary>A part that had no occasion to work yet.</summary>
    public const string NoneYet = "noneYet";

    /// <summary>Mails go to one address and not to whom they are meant for: set so, and no fault.</summary>
    public const string Diverted = "diverted";

    /// <summary>A part that does not work.</summary>
    public const string Failing = "failing";
}
