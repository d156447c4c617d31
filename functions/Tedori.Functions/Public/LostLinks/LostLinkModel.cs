using Tedori.Functions.Components.Forms;

namespace Tedori.Functions.Public.LostLinks;

/// <summary>What the form that asks for a link again shows.</summary>
/// <param name="Token">Token of the form.</param>
/// <param name="Typed">What was typed so far.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record LostLinkModel(FormToken Token, PostedForm Typed, IReadOnlyList<FieldError> Errors)
{
    /// <summary>Field of the receipt number.</summary>
    public const string CaseField = "receipt-number";

    /// <summary>Field of the e-mail address.</summary>
    public const string EmailField = "email";
}
