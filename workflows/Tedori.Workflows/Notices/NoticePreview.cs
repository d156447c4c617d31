using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Shows what would leave: the rules decide about the case as it stands, and what follows is composed and rendered as it is
/// when it is sent, but for the secret of its link. Changes nothing.
/// </summary>
public sealed class NoticePreview(
    IRecords records, EditionCatalog editions, CaseCommandHandler cases, CaseAccess access, INoticeRenderer renderer)
{
    /// <summary>The mails that a command would cause, or why it would cause none. A filing that is refused causes one too.</summary>
    public async Task<(IReadOnlyList<ExpectedMail> Mails, Refusal? Refusal)> OfAsync(
        AskedOfCase asked, CancellationToken cancellation = default)
    {
        var (notices, refusal) = await NoticesAsync(asked, cancellation);
        var mails = new List<ExpectedMail>(notices.Count);
        foreach (var notice in notices)
            mails.Add(await RenderAsync(notice, cancellation));
        return (mails, refusal);
    }

    /// <summary>Most cases that are read for one preview, so that nobody waits for a round of a hundred thousand.</summary>
    public const int MostRead = 1_000;

    /// <summary>One example of each kind and language of the mails that commands would cause, and how many there are.</summary>
    /// <param name="asked">The commands: of no more than <see cref="MostRead"/> the case is read.</param>
    /// <param name="most">How many commands there are at most, so that it is said how many were left out.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<ExpectedMails> OfAsync(
        IAsyncEnumerable<AskedOfCase> asked, int most = 0, CancellationToken cancellation = default)
    {
        var (found, read) = (new OrderedDictionary<(NoticeKind Kind, string? Language), (Notice First, int Count)>(), 0);
        await foreach (var some in asked.Take(MostRead).Chunk(FanOut.AtOnce).WithCancellation(cancellation))
        {
            read += some.Length;
            foreach (var (notices, _) in await Task.WhenAll(some.Select(a => NoticesAsync(a, cancellation))))
            {
                foreach (var notice in notices)
                {
                    var (first, count) = found.GetValueOrDefault((notice.Kind, notice.Language), (notice, 0));
                    found[(notice.Kind, notice.Language)] = (first, count + 1);
                }
            }
        }

        var groups = new List<ExpectedGroup>(found.Count);
        foreach (var (first, count) in found.Values)
            groups.Add(new(count, await RenderAsync(first, cancellation)));
        return new(groups) { Unread = read == MostRead ? Math.Max(0, most - read) : 0 };
    }

    /// <summary>A notice as the mail that would leave now, but for the secret of its link.</summary>
    public async Task<ExpectedMail> RenderAsync(Notice notice, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var link = await access.IssueAsync(notice, cancellation);
        return new(notice, await renderer.RenderAsync(notice, link is null ? null : Hidden(link.Address), link?.Until));
    }

    private async Task<(IReadOnlyList<Notice> Notices, Refusal? Refusal)> NoticesAsync(
        AskedOfCase asked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (await cases.ReadAsync(asked.Case, cancellation) is not { } snapshot)
            return ([], null);
        var edition = editions.Of(asked.Case);
        var decision = CaseDecider.Decide(edition, snapshot.State, asked.Command);
        var refusal = (decision as Decision.Refused)?.Refusal;
        if (refusal is not null && RefusedFiling.TellOf(asked.Command, snapshot.State, refusal) is { } tell)
            decision = CaseDecider.Decide(edition, snapshot.State, tell);
        var notices = new List<Notice>();
        if (decision is Decision.Accepted accepted)
        {
            foreach (var followed in FollowedEvent.Of(edition, snapshot.State, snapshot.Events, accepted.Events))
            {
                if (followed.Notice is { } notice)
                    notices.Add(await records.InChosenLanguageAsync(notice, cancellation));
            }
        }

        return (notices, refusal);
    }

    // Whoever looks at the preview must not be able to open the case as the company.
    private static Uri Hidden(Uri link) => new UriBuilder(link) { Query = "token=..." }.Uri;
}
