using Tedori.Functions.Components.Forms;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Messages;

/// <summary>The form of a message to a company.</summary>
/// <param name="Member">Who writes.</param>
/// <param name="Token">The form's token.</param>
/// <param name="State">The case.</param>
/// <param name="Phrases">The phrases of the edition.</param>
/// <param name="Mail">The mail that is answered, or null.</param>
/// <param name="Typed">What was typed so far.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Preview">What would be sent, or null before that is known.</param>
/// <param name="Key">Key of the request: sent twice it is one message.</param>
public sealed record MessageModel(
    StaffMember Member, FormToken Token, CaseState State, IReadOnlyList<Phrase> Phrases, InboundMail? Mail, TypedMessage Typed,
    IReadOnlyList<FieldError> Errors, ExpectedMail? Preview, string Key)
{
    /// <summary>How the mail that is answered stands; empty where none is.</summary>
    public string Seen => Mail is null ? "" : ExpectedMailFiling.SeenOf(Mail);

    /// <summary>Where the form is posted to.</summary>
    public string Path => $"/staff/cases/{State.Id}/message";
}

/// <summary>What was typed.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text.</param>
public sealed record TypedMessage(string Subject, string Text);
