using Tedori.Functions.Components.Forms;
using Tedori.Programme;

namespace Tedori.Functions.Applicants.Withdrawal;

/// <summary>What the page shows on which a company leaves its case.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Outcome">How it leaves.</param>
/// <param name="Reason">The reason as typed so far.</param>
/// <param name="Errors">What is wrong with the form.</param>
public sealed record LeaveModel(MyFrame Frame, Outcome Outcome, string Reason, IReadOnlyList<FieldError> Errors)
{
    /// <summary>The outcome as its address names it.</summary>
    public static string NameOf(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
