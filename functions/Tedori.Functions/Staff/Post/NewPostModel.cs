using NodaTime;
using Tedori.Functions.Applicants.Filings;
using Tedori.Functions.Components.Forms;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Post;

namespace Tedori.Functions.Staff.Post;

/// <summary>The form for an envelope.</summary>
/// <param name="Edition">The programme.</param>
/// <param name="State">The case, or null before it is known.</param>
/// <param name="Form">What was posted.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Key">Key of the request: sent twice it is one envelope.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
public sealed record NewPostModel(
    Edition Edition, CaseState? State, PostedForm Form, IReadOnlyList<FieldError> Errors, string Key,
    StaffMember Member, FormToken Token)
{
    /// <summary>The mails that would leave, or null before the preview.</summary>
    public ExpectedMails? Mails { get; init; }

    /// <summary>The files that were sent with the form, or an empty text.</summary>
    public string Kept { get; init; } = "";

    /// <summary>The procedures, by the value of the choice.</summary>
    public static readonly IReadOnlyList<(string Value, string Text)> Steps =
    [
        (nameof(Step.CompanyRegistration), "企業情報の登録"), (nameof(Step.ProjectRegistration), "奨励金対象事業の登録"),
        (nameof(Step.Claim), "支給申請"), ("Correction", "補正の回答"),
    ];

    /// <summary>The procedure that is chosen, or that the case stands in.</summary>
    public string Chosen => Form["step"] is { Length: > 0 } chosen ? chosen
        : State?.Correction is not null ? "Correction"
        : (State?.ClosedIn ?? State?.Step) switch
        {
            Step.ProjectRegistration => nameof(Step.ProjectRegistration),
            Step.Implementation or Step.Claim => nameof(Step.Claim),
            _ => nameof(Step.CompanyRegistration),
        };

    /// <summary>The form of the same filing online with what was typed into it; null before the case is known.</summary>
    public FormModel? Paper
    {
        get
        {
            if (State is null)
                return null;
            var (step, correction) = Chosen == "Correction"
                ? (State.Step, State.Correction?.Number)
                : (Enum.TryParse<Step>(Chosen, out var named) ? named : State.Step, null);
            return PostalFiling.FormOf(Edition, State, step, correction) is { } form
                // Only the fields are shown, inside the office's frame: no session of a company ends.
                ? new(new(State.Id, Token, Instant.MinValue, Instant.MaxValue), Edition, State, form, Typed(form), null, null, Errors, [])
                : null;
        }
    }

    private FormAnswers Typed(FilingForm form) =>
        Form["typed"] == form.Key.ToString() ? form.Take(name => Form[name]) : FormAnswers.None;
}
