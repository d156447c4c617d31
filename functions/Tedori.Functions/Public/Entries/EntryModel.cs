using Tedori.Functions.Components.Forms;
using Tedori.Programme.Editions;

namespace Tedori.Functions.Public.Entries;

/// <summary>What the form of the pre-entry shows.</summary>
/// <param name="Edition">The programme.</param>
/// <param name="Round">The round that is entered.</param>
/// <param name="Token">Token of the form.</param>
/// <param name="Key">Key of the request, which makes a second press the same entry.</param>
/// <param name="Typed">What was typed so far.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Refusal">Why nothing was entered although the form is in order, or null.</param>
public sealed record EntryModel(
    Edition Edition, Round Round, FormToken Token, string Key, PostedForm Typed, IReadOnlyList<FieldError> Errors,
    string? Refusal = null)
{
    /// <summary>Field that carries the key.</summary>
    public const string KeyField = "key";

    /// <summary>Field that says that this browser was told that the company was drawn before.</summary>
    public const string WonBeforeField = "won-before";

    /// <summary>Field that carries the round.</summary>
    public const string RoundField = "round";

    /// <summary>Field that says which button was pressed.</summary>
    public const string ActionField = "action";

    /// <summary>The button of the form.</summary>
    public const string Confirm = "confirm";

    /// <summary>The button that goes back from the confirmation.</summary>
    public const string Edit = "edit";

    /// <summary>The button that enters.</summary>
    public const string Send = "send";

    /// <summary>Whether to say that the company was drawn before.</summary>
    public bool WonBefore { get; init; }

    /// <summary>The round as the form carries it.</summary>
    public string RoundId => new Programme.RoundId(Edition.Id, Round.Number).ToString();
}
