using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;
using Tedori.Programme.Post;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Inbound;

namespace Tedori.Functions.Staff.Mails;

/// <summary>The page of one mail.</summary>
public sealed class MailPages(
    Responses responses, CaseCommandHandler cases, EditionCatalog editions, InboundFiles files, StaffTrail trail)
{
    /// <summary>The page, with what was wrong.</summary>
    public async Task<IActionResult> ShowAsync(
        StaffRequest page, InboundMail mail, IReadOnlyList<FieldError> errors, TakenFile? taking = null,
        ExpectedMailFiling? filing = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(errors);
        var seen = ExpectedMailFiling.SeenOf(mail);
        mail = await files.WithDraftsAsync(mail, page.Cancellation);
        if (filing is not null)
            await trail.SawAsync(page, AuditActions.ViewCase, filing.Case.Id.ToString());
        var state = mail.Case is { } id ? (await cases.ReadAsync(id, page.Cancellation))?.State : null;
        var edition = state is null ? null : editions.Of(state.Id);
        return await responses.PageAsync<MailPage>(
            new MailModel(page.Member, page.Token, mail, state?.Entry.CompanyName, errors.Count > 0 || filing is not null ? page.Form["case"] : "", errors)
            {
                Review = state is null || MailEvidence.Check(mail) is not null ? null : ReviewForm(edition!, state),
                Seen = seen,
                Taking = taking,
                Filing = filing,
                Registered = state?.Entry.Email is { } email && !string.Equals(email, mail.From, StringComparison.OrdinalIgnoreCase)
                    ? email
                    : null,
                MayBeDraft = IsOpen(state),
                MayBeAttempt = mail.Attempt is null && MailEvidence.Check(mail) is null
                    && AttemptRules.Check(edition!, state!, mail.ReceivedAt, page.ReceivedAt) is null,
            },
            errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>Whether a form of the case of a mail is open that a draft can be filed with.</summary>
    public async Task<bool> MayBeDraftAsync(InboundMail mail, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.Case is { } id && IsOpen((await cases.ReadAsync(id, cancellation))?.State);
    }

    /// <summary>How the mail stood on the page that a form was posted from, or null where the form does not say it.</summary>
    public static string? SeenBy(StaffRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Form["seen"] is { Length: > 0 } seen ? seen : null;
    }

    private static bool IsOpen(CaseState? state) => state is { Outcome: null } && FormKey.Of(state) is not null;

    /// <summary>The form whose documents the review is about that runs, or null where none runs.</summary>
    public static FilingForm? ReviewForm(Edition edition, CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Step switch
        {
            Step.EligibilityReview => FilingForms.Of(edition, state, new(FormKind.Company)),
            Step.ClaimReview => FilingForms.Of(edition, state, new(FormKind.Claim)),
            _ => null,
        };
    }
}
