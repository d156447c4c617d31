using Tedori.Programme.Filings;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>What the page shows where another device saved or filed the same form meanwhile.</summary>
/// <param name="Mine">The form as this device has it, based on the version that the other left.</param>
/// <param name="Theirs">What the other device saved or filed.</param>
public sealed record OvertakenModel(FormModel Mine, FormAnswers Theirs)
{
    /// <summary>The version that was filed meanwhile, or null where a draft was saved.</summary>
    public FiledVersion? Filed { get; init; }

    /// <summary>The fields that differ.</summary>
    public IEnumerable<FormField> Different =>
        Mine.Form.Fields.Where(f => Mine.Answers[f.Name] != Theirs[f.Name]);
}
