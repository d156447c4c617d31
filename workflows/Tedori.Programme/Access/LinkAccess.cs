using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Access;

/// <summary>
/// Which links to a case are valid. Storage format; a case without a record of it is at <see cref="Initial"/>. Pure.
/// </summary>
/// <param name="Generation">The only generation whose links and sessions open the case, from 1.</param>
/// <param name="ContactsFrom">The first generation whose links confirm a change of contact; 0 admits all.</param>
/// <param name="Revoked">The links that were voided alone, in order of time; null for none.</param>
public sealed record LinkAccess(int Generation, int ContactsFrom = 0, IReadOnlyList<RevokedLink>? Revoked = null)
{
    /// <summary>Most links of a case that are voided alone; after that only all of them at once.</summary>
    public const int MostRevoked = 100;

    /// <summary>Most characters of a reason.</summary>
    public const int MostCharacters = 1000;

    /// <summary>
    /// Most sessions of a case that are remembered to have ended: as many as its links can be opened in the life of one.
    /// </summary>
    public const int MostEnded = 500;

    /// <summary>Before anything was voided.</summary>
    public static readonly LinkAccess Initial = new(1);

    /// <summary>The sessions that their company ended and whose cookies would still last; null for none.</summary>
    public IReadOnlyList<EndedSession>? Ended { get; init; }

    /// <summary>Whether a session was ended by its company.</summary>
    public bool HasEnded(string session) => Ended?.Any(e => e.Id == session) == true;

    /// <summary>Ends a session, and forgets those whose cookies have ended by themselves.</summary>
    public LinkAccess WithoutSession(EndedSession session, Instant now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return this with { Ended = [.. (Ended ?? []).Where(e => e.Until > now && e.Id != session.Id).TakeLast(MostEnded - 1), session] };
    }

    /// <summary>Whether a link to the case, or the session that came from it, is not voided.</summary>
    public bool Admits(CaseLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Generation == Generation && RevocationOf(link.Notice) is null;
    }

    /// <summary>Whether a link that confirms a change of contact is not voided.</summary>
    public bool Admits(ContactLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Generation >= ContactsFrom && RevocationOf(link.Notice) is null;
    }

    /// <summary>What a link is good for.</summary>
    /// <param name="link">What it says.</param>
    /// <param name="until">The end of its time, exclusive.</param>
    /// <param name="now">When it is used.</param>
    public LinkVerdict Judge(CaseLink link, Instant until, Instant now) => Judge(Admits(link), until, now);

    /// <inheritdoc cref="Judge(CaseLink, Instant, Instant)"/>
    public LinkVerdict Judge(ContactLink link, Instant until, Instant now) => Judge(Admits(link), until, now);

    /// <summary>How the link of a notice was voided alone, or null where it was not.</summary>
    public RevokedLink? RevocationOf(NoticeId? notice) =>
        notice is null ? null : Revoked?.FirstOrDefault(r => r.Notice == notice);

    /// <summary>
    /// Voids the links that open the case, because the company has a new address. The links that confirm a change stay:
    /// the one that causes this must be able to come twice.
    /// </summary>
    public LinkAccess WithNewAddress() => this with { Generation = Generation + 1 };

    /// <summary>Voids all links of the case, and the sessions that came from them.</summary>
    public LinkAccess WithoutAll() => this with { Generation = Generation + 1, ContactsFrom = Generation + 1 };

    /// <summary>Voids one link, and the sessions that came from it; the others stay.</summary>
    /// <returns>What is valid afterwards, and why nothing was changed, or null.</returns>
    public (LinkAccess After, Refusal? Refusal) Without(RevokedLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (link.Reason.Trim().Length is 0 or > MostCharacters)
            return (this, new("linkReason", $"無効にする理由を1文字以上{MostCharacters:#,0}文字以内で入力してください。"));
        if (RevocationOf(link.Notice) is { } earlier)
            return (this, new("linkRevoked", $"このリンクは、{earlier.Name}さんが{JapaneseDate.Full(earlier.At)}に無効にしました。"));
        return Revoked?.Count >= MostRevoked
            ? (this, new("linksTooMany", $"1件ずつ無効にできるのは{MostRevoked}件までです。すべてのリンクの無効化を起案してください。"))
            : (this with { Revoked = [.. Revoked ?? [], link with { Reason = link.Reason.Trim() }] }, null);
    }

    private static LinkVerdict Judge(bool admitted, Instant until, Instant now) =>
        now >= until ? new LinkVerdict.Expired(until)
        : admitted ? new LinkVerdict.Valid()
        : new LinkVerdict.Revoked();
}
