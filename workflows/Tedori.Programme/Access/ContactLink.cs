using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Access;

/// <summary>What a signed link to confirm a change of contact says. It opens no case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Confirmation">Which change, and from which address.</param>
/// <param name="Generation">The generation of links when it was made, from 1; 0 in a link that does not say.</param>
/// <param name="Notice">The notice that carries it, or null in a link that does not say.</param>
public sealed record ContactLink(
    CaseId CaseId, ContactConfirmation Confirmation, int Generation = 0, NoticeId? Notice = null)
{
    /// <summary>How long a change of contact can be confirmed.</summary>
    public static readonly Duration Lifetime = ContactChange.Lifetime;

    /// <summary>The mark of the case (<see cref="CaseBinding"/>); null in a link that was made before there was one.</summary>
    public string? Binding { get; init; }
}
