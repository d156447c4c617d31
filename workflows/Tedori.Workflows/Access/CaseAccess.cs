using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Access;

/// <summary>Who may open a case: whoever holds a signed link of its present generation.</summary>
public sealed class CaseAccess(IRecords records, ICaseLinks links)
{
    private const int First = 1;

    /// <summary>A link to the case that is valid now, or null where no public address is configured.</summary>
    public async Task<Uri?> LinkAsync(CaseId caseId, CancellationToken cancellation = default) =>
        // Asked first, because a season that sends no links should not read a row for each mail.
        links.For(caseId, First) is null
            ? null
            : links.For(caseId, await GenerationAsync(caseId, cancellation));

    /// <summary>The link that a notice carries: to the case, or to confirm a change of contact and nothing else.</summary>
    public async Task<Uri?> LinkAsync(Notice notice, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Confirms is { } confirmation
            ? links.ForContact(notice.Id.CaseId, confirmation)
            : await LinkAsync(notice.Id.CaseId, cancellation);
    }

    /// <summary>What a token confirms, or null where it is forged or past its time.</summary>
    public ContactLink? OpenContact(string token, Instant now) => links.ReadContact(token, now);

    /// <summary>The case that a token opens, or null where the token is forged, past its time or revoked.</summary>
    public async Task<CaseLink?> OpenAsync(string token, Instant now, CancellationToken cancellation = default) =>
        links.Read(token, now) is { } link && await IsValidAsync(link, cancellation) ? link : null;

    /// <summary>Whether a link, or the session that came from it, is of the present generation.</summary>
    public async Task<bool> IsValidAsync(CaseLink link, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Generation == await GenerationAsync(link.CaseId, cancellation);
    }

    /// <summary>The generation of links that is valid.</summary>
    public async Task<int> GenerationAsync(CaseId caseId, CancellationToken cancellation = default) =>
        (await ReadAsync(caseId, cancellation)).Body?.Generation ?? First;

    /// <summary>Voids all links and sessions of a generation. Safe to repeat: a later generation stays.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="generation">The generation that the caller saw.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public async Task RevokeAsync(CaseId caseId, int generation, CancellationToken cancellation = default)
    {
        var (row, version) = await ReadAsync(caseId, cancellation);
        if ((row?.Generation ?? First) != generation)
            return;
        var write = RecordsExtensions.Put(CaseRows.Access, new AccessRow(generation + 1), version);
        // A conflict means that somebody else revoked it meanwhile.
        await records.CommitAsync(RecordSet.Cases, caseId.ToString(), [write], cancellation);
    }

    private Task<(AccessRow? Body, string? Version)> ReadAsync(CaseId caseId, CancellationToken cancellation) =>
        records.ReadAsync<AccessRow>(RecordSet.Cases, caseId.ToString(), CaseRows.Access, cancellation);
}
