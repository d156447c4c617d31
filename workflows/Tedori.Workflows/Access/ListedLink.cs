using NodaTime;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Access;

/// <summary>A link that was sent, as staff see it.</summary>
/// <param name="Notice">The notice that carried it.</param>
/// <param name="SentAt">When it left.</param>
/// <param name="Until">The end of its time, exclusive.</param>
/// <param name="Verdict">What it is good for now.</param>
/// <param name="Revocation">How it was voided alone, or null.</param>
public sealed record ListedLink(
    Notice Notice, Instant SentAt, Instant Until, LinkVerdict Verdict, RevokedLink? Revocation)
{
    /// <summary>Whether it confirms a change of contact; otherwise it opens the case.</summary>
    public bool ConfirmsContact => Notice.Confirms is not null;

    /// <summary>The links that notices carried, in the order in which they left. Pure.</summary>
    /// <param name="sent">The ledger of a case.</param>
    /// <param name="access">Which links of the case are valid.</param>
    /// <param name="now">When it is asked.</param>
    public static IReadOnlyList<ListedLink> Of(IEnumerable<SentNotice> sent, LinkAccess access, Instant now) =>
        [.. sent.Where(s => s.Link is not null).OrderBy(s => s.SentAt).Select(s => Of(s, s.Link!, access, now))];

    /// <summary>How many notices may have carried a link of which nothing was kept, because they left before.</summary>
    public static int Unlisted(IEnumerable<SentNotice> sent) =>
        sent.Count(s => s is { Link: null, State: not (NoticeState.Refused or NoticeState.Withheld) });

    private static ListedLink Of(SentNotice sent, SentLink link, LinkAccess access, Instant now)
    {
        var id = sent.Notice.Id;
        var verdict = sent.Notice.Confirms is { } confirmation
            ? access.Judge(new ContactLink(id.CaseId, confirmation, link.Generation, id), link.Until, now)
            : access.Judge(new CaseLink(id.CaseId, link.Generation, id), link.Until, now);
        return new(sent.Notice, sent.SentAt, link.Until, verdict, access.RevocationOf(id));
    }
}
