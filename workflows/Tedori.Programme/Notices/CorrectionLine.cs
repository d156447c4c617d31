namespace Tedori.Programme.Notices;

/// <summary>One thing that is to be corrected, as a line of a notice.</summary>
internal static class CorrectionLine
{
    /// <summary>What it is about and what to do; the latter alone where it names what it is about.</summary>
    public static string Of(string subject, string reason) =>
        reason.Contains($"「{subject}」", StringComparison.Ordinal) ? reason : $"{subject}: {reason}";
}
