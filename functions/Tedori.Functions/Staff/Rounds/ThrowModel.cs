using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Programme;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>The form in which each of two people types what fell before witnesses.</summary>
/// <param name="Round">The round.</param>
/// <param name="Standing">How far the throw is.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Member">Who types.</param>
/// <param name="Token">Token of the form.</param>
/// <param name="Now">The time.</param>
public sealed record ThrowModel(
    RoundId Round, ThrowStanding Standing, PostedForm Form, IReadOnlyList<FieldError> Errors, StaffMember Member,
    FormToken Token, Instant Now)
{
    /// <summary>Whether the public value is asked for.</summary>
    public bool AsksClosing => Errors.Any(e => e.Field == "closing") || Standing.AwaitsClosing(Member.Id, Now);

    /// <summary>Whether the form is shown: where it can be typed, and where what was typed was refused.</summary>
    public bool Asks => Errors.Any(e => e.Field != "closing") || Standing.Awaits(Member.Id);
}
