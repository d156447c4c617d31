using Tedori.Programme.Filings;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>What the page shows where another device saved the same form meanwhile.</summary>
/// <param name="Mine">The form as this device has it, based on the version that the other left.</param>
/// <param name="Theirs">What the other device saved.</param>
public sealed record OvertakenModel(FormModel Mine, FormAnswers Theirs)
{
    /// <summary>The fields that differ.</summary>
    public IEnumerable<FormField> Different =>
        Mine.Form.Fields.Where(f => Mine.Answers[f.Name] != Theirs[f.Name]);
}
