using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;
using Tedori.Programme.Post;

namespace Tedori.Workflows.Post;

/// <summary>An envelope as the filing that it becomes: the same form and the same checks as online. Pure.</summary>
public static class PostalFiling
{
    /// <summary>Key of the filing that an envelope becomes.</summary>
    public static string KeyOf(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return $"post-{envelope.Id}";
    }

    /// <summary>The form that an envelope is typed into, or null where the case has none such.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case.</param>
    /// <param name="step">What it is filed for.</param>
    /// <param name="correction">Number of the correction that it answers, or null.</param>
    /// <param name="postmark">Its postmark, or null where nobody could read it yet.</param>
    public static FilingForm? FormOf(
        Edition edition, CaseState state, Step step, int? correction, LocalDate? postmark = null) =>
        (correction is { } number ? new FormKey(FormKind.Correction, number) : KeyOf(step)) is { } key
            ? FilingForms.Of(edition, state, key, postmark)
            : null;

    /// <summary>What an envelope states, as it is kept of a filing online; null where nothing was typed.</summary>
    public static FilingPaper? PaperOf(Edition edition, CaseState state, Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return FormOf(edition, state, envelope.Step, envelope.Correction) is { } form && envelope.Answers is { } answers
            ? FilingPaper.Of(edition, state, form, new(answers))
            : null;
    }

    /// <summary>The filing that an envelope becomes.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="postmark">Its postmark, or null in a mail: that was received at an instant.</param>
    public static Filing FilingOf(Envelope envelope, LocalDate? postmark)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        Receipt receipt = envelope.Mail is { } mail
            ? new Receipt.Electronic(mail.ReceivedAt)
            : new Receipt.Post(postmark!.Value, envelope.Arrived, envelope.Kind, envelope.TrackingNumber);
        return new(KeyOf(envelope), receipt, envelope.Files);
    }

    /// <summary>The command that files an envelope.</summary>
    public static CaseCommand CommandOf(
        Edition edition, CaseState state, Envelope envelope, LocalDate? postmark, Instant now)
    {
        var filing = FilingOf(envelope, postmark);
        if (envelope.Answers is { } texts
            && FormOf(edition, state, envelope.Step, envelope.Correction, postmark) is { } form)
        {
            var answers = new FormAnswers(texts);
            return FilingCommands.Of(
                edition, form, answers, filing with { Gaps = PaperGaps.Of(edition, form, answers) }, now);
        }

        if (envelope.Correction is { } number)
            return new CaseCommand.AnswerCorrection(now, number, filing);
        return envelope.Step switch
        {
            Step.CompanyRegistration => new CaseCommand.RegisterCompany(now, filing),
            Step.ProjectRegistration => new CaseCommand.RegisterProject(now, filing, envelope.Items),
            Step.Claim => new CaseCommand.SubmitClaim(now, filing, envelope.Items, envelope.Persons),
            _ => throw new InvalidOperationException($"Nothing is filed by post in {envelope.Step}."),
        };
    }

    private static FormKey? KeyOf(Step step) => step switch
    {
        Step.CompanyRegistration => new(FormKind.Company),
        Step.ProjectRegistration => new(FormKind.Project),
        Step.Claim => new(FormKind.Claim),
        _ => null,
    };
}
