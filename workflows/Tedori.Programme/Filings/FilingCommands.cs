using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Filings;

/// <summary>Turns answers into the command that files them.</summary>
public static class FilingCommands
{
    /// <summary>The command.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="form">The form.</param>
    /// <param name="answers">The answers, judged by <see cref="FilingForms.Faults"/> before.</param>
    /// <param name="filing">Key, receipt and files.</param>
    /// <param name="at">When it is decided.</param>
    public static CaseCommand Of(Edition edition, FilingForm form, FormAnswers answers, Filing filing, Instant at)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Key.Kind switch
        {
            FormKind.Company => new CaseCommand.RegisterCompany(at, filing),
            FormKind.Project => new CaseCommand.RegisterProject(
                at, filing, ItemAnswers.Items(form, answers), ItemAnswers.Stated(form, answers)),
            FormKind.Claim => new CaseCommand.SubmitClaim(
                at, filing, ItemAnswers.Items(form, answers), ItemAnswers.Persons(edition, answers, filing.Gaps is null),
                ItemAnswers.Stated(form, answers)),
            FormKind.Correction => new CaseCommand.AnswerCorrection(
                at, form.Key.Correction, filing, ItemAnswers.Stated(form, answers)),
            _ => throw new InvalidOperationException($"Unknown form {form.Key.Kind}."),
        };
    }
}
