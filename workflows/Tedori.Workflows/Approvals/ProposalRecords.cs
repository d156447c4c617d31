using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Approvals;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// Keeps proposals. A large one holds its first actions itself and the others in pages, because a row holds only so much
/// text. Every action has a row for its verdict, and so has every part of an action that is done in parts.
/// </summary>
public sealed class ProposalRecords(IRecords records)
{
    /// <summary>Actions of a page: so few that they fit into a row however much is written about each.</summary>
    public const int PageSize = 10;

    private const string Partition = "proposals";

    /// <summary>Key of an action's verdict: its number, from 1. Storage format.</summary>
    public static string KeyOf(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>Key of the verdict of a part, both from 1. Storage format.</summary>
    public static string KeyOf(int number, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:0000}.{part:00000}");

    /// <summary>Adds a proposal with all its actions; a no-op where there is one of the id.</summary>
    public async Task AddAsync(Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var pages = proposal.Actions.Chunk(PageSize).Select(TedoriJson.Write).ToList();
        var stored = proposal;
        if (pages.Count > 1)
        {
            var digest = DigestOf(pages);
            stored = proposal with
            {
                Actions = [.. proposal.Actions.Take(PageSize)],
                Further = new(proposal.Actions.Count - PageSize, digest),
            };
            foreach (var writes in Commits(pages.Select((p, i) => new Write.Upsert(KeyOf(i), p)).Skip(1)))
                await records.CommitAsync(RecordSet.Office, ActionsOf(proposal.Id, digest), writes, cancellation);
        }

        // A conflict means that the request was sent twice.
        await records.CommitAsync(
            RecordSet.Office, Partition, [new Write.Insert(proposal.Id, TedoriJson.Write(stored))], cancellation);
    }

    /// <summary>The proposal as it is stored, with its first actions only.</summary>
    public Task<(Proposal? Body, string? Version)> ReadAsync(string id, CancellationToken cancellation = default) =>
        records.ReadAsync<Proposal>(RecordSet.Office, Partition, id, cancellation);

    /// <summary>Replaces the version that was read; false where another writer came between.</summary>
    public async Task<bool> ReplaceAsync(Proposal stored, string? version, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var write = RecordsExtensions.Put(stored.Id, stored, version);
        return (await records.CommitAsync(RecordSet.Office, Partition, [write], cancellation)).Succeeded;
    }

    /// <summary>All proposals as they are stored, by id.</summary>
    public async IAsyncEnumerable<Proposal> AllAsync()
    {
        await foreach (var row in records.ScanAsync(RecordSet.Office, Partition))
            yield return row.Read<Proposal>();
    }

    /// <summary>The proposal with all its actions.</summary>
    public async Task<Proposal> WholeAsync(Proposal stored, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Further is not { } further)
            return stored;
        var actions = stored.Actions.ToList();
        await foreach (var row in records.ScanAsync(
            RecordSet.Office, ActionsOf(stored.Id, further.Digest), cancellation: cancellation))
            actions.AddRange(row.Read<List<ProposedAction>>());
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
        var row = await records.ReadAsync(
            RecordSet.Office, ActionsOf(stored.Id, stored.Further!.Digest), KeyOf(page), cancellation);
        return row!.Read<List<ProposedAction>>()[at];
    }

    /// <summary>The verdicts so far, by number of the action.</summary>
    public async Task<IReadOnlyList<ActionVerdict>> VerdictsAsync(string id, CancellationToken cancellation = default)
    {
        var verdicts = new List<ActionVerdict>();
        await foreach (var row in records.ScanAsync(RecordSet.Office, VerdictsOf(id), cancellation: cancellation))
            verdicts.Add(row.Read<ActionVerdict>());
        return verdicts;
    }

    /// <summary>The verdicts so far of the parts of one action, or of all (null), in their order.</summary>
    public async Task<IReadOnlyList<PartVerdict>> PartsAsync(
        string id, int? number, CancellationToken cancellation = default)
    {
        var (parts, prefix) = (new List<PartVerdict>(), number is { } n ? KeyOf(n) + '.' : "");
        await foreach (var row in records.ScanPrefixAsync(RecordSet.Office, PartsOf(id), prefix, cancellation))
            parts.Add(row.Read<PartVerdict>());
        return parts;
    }

    /// <summary>Whether an action, or a part of one, has its verdict.</summary>
    public async Task<bool> HasAsync(string id, int number, int? part, CancellationToken cancellation = default) =>
        await records.ReadAsync(
            RecordSet.Office, part is null ? VerdictsOf(id) : PartsOf(id),
            part is { } p ? KeyOf(number, p) : KeyOf(number), cancellation) is not null;

    /// <summary>Keeps a verdict. A conflict means that another run came first: its verdict stays.</summary>
    public Task KeepAsync(string id, ActionVerdict verdict, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var write = new Write.Insert(KeyOf(verdict.Number), TedoriJson.Write(verdict));
        return records.CommitAsync(RecordSet.Office, VerdictsOf(id), [write], cancellation);
    }

    /// <summary>Keeps the verdict of a part. A conflict means that another run came first: its verdict stays.</summary>
    public Task KeepAsync(string id, PartVerdict verdict, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var write = new Write.Insert(KeyOf(verdict.Number, verdict.Part), TedoriJson.Write(verdict));
        return records.CommitAsync(RecordSet.Office, PartsOf(id), [write], cancellation);
    }

    // As many rows at once as a commit holds of them.
    private static IEnumerable<List<Write>> Commits(IEnumerable<Write.Upsert> rows)
    {
        var (commit, length) = (new List<Write>(), 0);
        foreach (var row in rows)
        {
            if (commit.Count == IRecords.MostWrites || length + row.Body.Length > RecordRules.LongestCommit * 3 / 4)
            {
                yield return commit;
                (commit, length) = ([], 0);
            }

            commit.Add(row);
            length += row.Body.Length;
        }

        yield return commit;
    }

    private static string DigestOf(IEnumerable<string> pages) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(pages))));

    private static string ActionsOf(string id, string digest) => $"actions-{id}-{digest}";

    private static string VerdictsOf(string id) => $"verdicts-{id}";

    private static string PartsOf(string id) => $"parts-{id}";
}
