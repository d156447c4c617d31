using Tedori.Functions.Components.Forms;
using Tedori.Functions.Staff.Mails;
using Tedori.Functions.Staff.Post;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Attempts;

/// <summary>The form by which a mail is recorded as an attempt to file.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Edition">The programme.</param>
/// <param name="State">The case it is filed with.</param>
/// <param name="Form">What was posted.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Member">Who looks.</param>
/// <param name="Token">The form's token.</param>
public sealed record AttemptModel(
    InboundMail Mail, Edition Edition, CaseState State, PostedForm Form, IReadOnlyList<FieldError> Errors,
    StaffMember Member, FormToken Token)
{
    /// <summary>What is typed of it.</summary>
    public TypedPaper Typed => new(Edition, State, Form, Errors, Token);

    /// <summary>Name of the field in which it is said what a file is.</summary>
    public static string FieldOf(int place) => FormattableString.Invariant($"file-{place}");

    /// <summary>What a file may be.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices =>
        [.. Typed.Model is { } paper ? FileChoice.Of(paper.Form) : [(FileChoice.Other, "その他の書類")], (FileChoice.LeftOut, "提出に含めない")];

    /// <summary>What is chosen of a file.</summary>
    public string ChosenOf(int place) => Form[FieldOf(place)] is { Length: > 0 } chosen ? chosen
        : Typed.Model is { } paper ? FileChoice.Proposed(paper.Form, Mail.Files[place]) : FileChoice.Other;
}
