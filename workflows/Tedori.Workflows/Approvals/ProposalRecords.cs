using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme.Approvals;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// Keeps proposals. A large one holds its first actions itself and the others in pages, because a row holds only so much
/// text. Every action has a row for its verdict, and so has every part of an action that is done in parts.
/// </summary>
public sealed class ProposalRecords(IRecords records) : IBulkList
{
    /// <summary>Actions of a page: so few that they fit into a row however much is written about each.</summary>
    public const int PageSize = 10;

    private static readonly RowPartition Proposals = new(RecordSet.Office, "proposals");

    /// <summary>Key of an action's verdict: its number, from 1. Storage format.</summary>
    public static string KeyOf(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>Key of the verdict of a part, both from 1. Storage format.</summary>
    public static string KeyOf(int number, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:0000}.{part:00000}");

    /// <summary>
    /// Adds a proposal with all its actions; a no-op where there is one of the id that says the same.
    /// </summary>
    /// <returns>False where one of the id says something else: it stays as it is.</returns>
    public async Task<bool> AddAsync(Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var pages = proposal.Actions.Chunk(PageSize).ToList();
        var stored = proposal;
        if (pages.Count > 1)
        {
            var texts = pages.ConvertAll(TedoriJson.Write);
            var digest = DigestOf(texts);
            stored = proposal with
            {
                Actions = [.. proposal.Actions.Take(PageSize)],
                Further = new(proposal.Actions.Count - PageSize, digest),
            };
            var writes = pages.Select((p, i) => (PageOf(proposal.Id, digest, i).Upsert(p), texts[i].Length)).Skip(1);
            foreach (var commit in Commits(writes))
                await records.CommitAsync(commit, cancellation);
        }

        // A conflict means that the request was sent twice, or that another one bears its key.
        return (await records.CommitAsync(KeyOf(proposal.Id).Insert(stored), cancellation)).Succeeded
            || (await ReadAsync(proposal.Id, cancellation) is { } known && ContentOf(known) == ContentOf(stored));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(BulkId Bulk, Instant Since)> UnfinishedAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var proposal in AllAsync().WithCancellation(cancellation))
        {
            if (proposal.State == ProposalState.Approved)
                yield return (new(ProposalService.Kind, proposal.Id), proposal.DecidedAt!.Value);
        }
    }

    // What was proposed by whom; what became of it since makes no difference. Pages bear their own digest.
    private static string ContentOf(Proposal stored) => DigestOf(
        [TedoriJson.Write(stored.Actions), stored.Further?.Digest ?? "", "\n", stored.Reason, "\n", stored.ProposedBy]);

    /// <summary>The proposal as it is stored, with its first actions only.</summary>
    public async Task<Proposal?> ReadAsync(string id, CancellationToken cancellation = default) =>
        (await records.ReadAsync(KeyOf(id), cancellation))?.Body;

    /// <summary>Decides about a proposal as it is stored; one that stays is not written.</summary>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<TResult> ChangeAsync<TResult>(
        string id, Func<Proposal?, Change<Proposal, TResult>> decide, CancellationToken cancellation = default) =>
        records.ChangeAsync(KeyOf(id), decide, cancellation);

    /// <summary>All proposals as they are stored, by id.</summary>
    public IAsyncEnumerable<Proposal> AllAsync() => records.BodiesAsync(Proposals.All<Proposal>());

    /// <summary>The proposal with all its actions.</summary>
    public async Task<Proposal> WholeAsync(Proposal stored, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Further is not { } further)
            return stored;
        var actions = stored.Actions.ToList();
        var pages = ActionsOf(stored.Id, further.Digest).All<IReadOnlyList<ProposedAction>>();
        await foreach (var page in records.BodiesAsync(pages, cancellation))
            actions.AddRange(page);
        return actions.Count == stored.Size
            ? stored with { Actions = actions, Further = null }
            : throw new InvalidOperationException($"Proposal {stored.Id} has lost some of its actions.");
    }

    /// <summary>One action of a proposal.</summary>
    public async Task<ProposedAction> ActionAsync(Proposal stored, int number, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (number <= stored.Actions.Count)
            return stored.Actions[number - 1];
        var (page, at) = Math.DivRem(number - 1, PageSize);
        var row = await records.ReadAsync(PageOf(stored.Id, stored.Further!.Digest, page), cancellation);
        return row!.Body[at];
    }

    /// <summary>The verdicts so far, by number of the action.</summary>
    public async Task<IReadOnlyList<ActionVerdict>> VerdictsAsync(
        string id, CancellationToken cancellation = default) =>
        await records.BodiesAsync(VerdictsOf(id).All<ActionVerdict>(), cancellation).ToListAsync(cancellation);

    /// <summary>The verdicts so far of the parts of one action, or of all (null), in their order.</summary>
    public async Task<IReadOnlyList<PartVerdict>> PartsAsync(
        string id, int? number, CancellationToken cancellation = default)
    {
        var parts = number is { } n
            ? PartsOf(id).Prefix<PartVerdict>(KeyOf(n) + '.')
            : PartsOf(id).All<PartVerdict>();
        return await records.BodiesAsync(parts, cancellation).ToListAsync(cancellation);
    }

    /// <summary>Whether an action, or a part of one, has its verdict.</summary>
    public Task<bool> HasAsync(string id, int number, int? part, CancellationToken cancellation = default) =>
        part is { } p
            ? records.ExistsAsync(VerdictOf(id, number, p), cancellation)
            : records.ExistsAsync(VerdictOf(id, number), cancellation);

    /// <summary>Keeps a verdict. A conflict means that another run came first: its verdict stays.</summary>
    public Task KeepAsync(string id, ActionVerdict verdict, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return records.CommitAsync(VerdictOf(id, verdict.Number).Insert(verdict), cancellation);
    }

    /// <summary>Keeps the verdict of a part. A conflict means that another run came first: its verdict stays.</summary>
    public Task KeepAsync(string id, PartVerdict verdict, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return records.CommitAsync(VerdictOf(id, verdict.Number, verdict.Part).Insert(verdict), cancellation);
    }

    // As many rows at once as a commit holds of them.
    private static IEnumerable<List<RowWrite>> Commits(IEnumerable<(RowWrite Row, int Length)> rows)
    {
        var (commit, length) = (new List<RowWrite>(), 0);
        foreach (var (row, more) in rows)
        {
            if (commit.Count == IRecords.MostWrites || length + more > RecordRules.LongestCommit * 3 / 4)
            {
                yield return commit;
                (commit, length) = ([], 0);
            }

            commit.Add(row);
            length += more;
        }

        yield return commit;
    }

    private static string DigestOf(IEnumerable<string> pages) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(pages))));

    private static RowKey<Proposal> KeyOf(string id) => Proposals.Row<Proposal>(id);

    private static RowKey<IReadOnlyList<ProposedAction>> PageOf(string id, string digest, int page) =>
        ActionsOf(id, digest).Row<IReadOnlyList<ProposedAction>>(KeyOf(page));

    private static RowKey<ActionVerdict> VerdictOf(string id, int number) =>
        VerdictsOf(id).Row<ActionVerdict>(KeyOf(number));

    private static RowKey<PartVerdict> VerdictOf(string id, int number, int part) =>
        PartsOf(id).Row<PartVerdict>(KeyOf(number, part));

    private static RowPartition ActionsOf(string id, string digest) => new(RecordSet.Office, $"actions-{id}-{digest}");

    private static RowPartition VerdictsOf(string id) => new(RecordSet.Office, $"verdicts-{id}");

    private static RowPartition PartsOf(string id) => new(RecordSet.Office, $"parts-{id}");
}
