using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Access;

/// <summary>Who may open a case: whoever holds a signed link that was not voided.</summary>
public sealed class CaseAccess(IRecords records, ICaseLinks links)
{
    /// <summary>A link to the case that is valid now, or null where no public address is configured.</summary>
    public async Task<Uri?> LinkAsync(CaseId caseId, CancellationToken cancellation = default) =>
        (await IssueAsync((g, mark) => links.For(new(caseId, g) { Binding = mark }), caseId, cancellation))?.Address;

    /// <summary>The link that a notice carries: to the case, or to confirm a change of contact and nothing else.</summary>
    public Task<IssuedLink?> IssueAsync(Notice notice, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var id = notice.Id;
        // Who is no contact any more gets no link.
        if (notice.Kind == NoticeKind.FormerContact)
            return Task.FromResult<IssuedLink?>(null);
        return IssueAsync(
            (g, mark) => notice.Confirms is { } confirmation
                ? links.ForContact(new(id.CaseId, confirmation, g, id) { Binding = mark })
                : links.For(new(id.CaseId, g, id) { Binding = mark }),
            id.CaseId, cancellation);
    }

    /// <summary>What a token says, null where its signature does not hold, and what it is good for now.</summary>
    public async Task<(CaseLink? Link, LinkVerdict Verdict)> OpenAsync(
        string token, Instant now, CancellationToken cancellation = default)
    {
        if (links.Read(token) is not var (link, until))
            return (null, new LinkVerdict.Unreadable());
        var verdict = (await ReadAsync(link.CaseId, cancellation)).Judge(link, until, now);
        return verdict is LinkVerdict.Expired
            || await IsOfCaseAsync(link.CaseId, link.Binding, until - CaseLink.Lifetime, cancellation)
                ? (link, verdict)
                : (null, new LinkVerdict.Unreadable());
    }

    /// <summary>What a token that confirms a change of contact says, and what it is good for now.</summary>
    public async Task<(ContactLink? Link, LinkVerdict Verdict)> OpenContactAsync(
        string token, Instant now, CancellationToken cancellation = default)
    {
        if (links.ReadContact(token) is not var (link, until))
            return (null, new LinkVerdict.Unreadable());
        var verdict = (await ReadAsync(link.CaseId, cancellation)).Judge(link, until, now);
        return verdict is LinkVerdict.Expired
            || await IsOfCaseAsync(link.CaseId, link.Binding, until - ContactLink.Lifetime, cancellation)
                ? (link, verdict)
                : (null, new LinkVerdict.Unreadable());
    }

    /// <summary>
    /// Whether a link, or the session that came from it, was not voided and is of the case that has its number.
    /// </summary>
    /// <param name="link">What it says.</param>
    /// <param name="session">Id of the session, which its company may have ended, or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<bool> IsValidAsync(
        CaseLink link, string? session = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        var access = await ReadAsync(link.CaseId, cancellation);
        return access.Admits(link) && (session is null || !access.HasEnded(session))
            && (link.Binding is null || await IsOfCaseAsync(link.CaseId, link.Binding, Instant.MaxValue, cancellation));
    }

    /// <summary>Ends a session of a company wherever its cookie may lie. Safe to repeat.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="session">The session.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public Task EndAsync(
        CaseId caseId, EndedSession session, Instant now, CancellationToken cancellation = default) =>
        records.ChangeAsync(
            CaseRows.Access(caseId), before => (before ?? LinkAccess.Initial).WithoutSession(session, now), cancellation);

    /// <summary>The generation of links that is valid.</summary>
    public async Task<int> GenerationAsync(CaseId caseId, CancellationToken cancellation = default) =>
        (await ReadAsync(caseId, cancellation)).Generation;

    /// <summary>
    /// Voids all links of a generation that open the case, because the company has a new address. Safe to repeat: a
    /// later generation stays.
    /// </summary>
    /// <param name="caseId">The case.</param>
    /// <param name="generation">The generation that the caller saw.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public Task RevokeAsync(CaseId caseId, int generation, CancellationToken cancellation = default) =>
        RevokeAsync(caseId, generation, a => a.WithNewAddress(), cancellation);

    /// <summary>
    /// Voids all links of a generation, those that confirm a change of contact as well. Safe to repeat.
    /// </summary>
    /// <inheritdoc cref="RevokeAsync(CaseId, int, CancellationToken)"/>
    public Task RevokeAllAsync(CaseId caseId, int generation, CancellationToken cancellation = default) =>
        RevokeAsync(caseId, generation, a => a.WithoutAll(), cancellation);

    /// <summary>Voids one link.</summary>
    /// <returns>Why it was not voided, or null.</returns>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<Refusal?> RevokeAsync(RevokedLink link, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        return records.ChangeAsync(CaseRows.Access(link.Notice.CaseId), before =>
        {
            var (after, refusal) = (before ?? LinkAccess.Initial).Without(link);
            return new Change<LinkAccess, Refusal?>(refusal is null ? after : before, refusal);
        }, cancellation);
    }

    private async Task<IssuedLink?> IssueAsync(
        Func<int, string?, IssuedLink?> make, CaseId caseId, CancellationToken cancellation)
    {
        // Asked first, because a season that sends no links should not read rows for each mail.
        if (make(LinkAccess.Initial.Generation, null) is null)
            return null;
        var state = await StateAsync(caseId, cancellation);
        return make(await GenerationAsync(caseId, cancellation), state is null ? null : CaseBinding.Of(state));
    }

    private async Task<bool> IsOfCaseAsync(
        CaseId caseId, string? binding, Instant made, CancellationToken cancellation) =>
        CaseBinding.Holds(await StateAsync(caseId, cancellation), binding, made);

    private async Task<CaseState?> StateAsync(CaseId caseId, CancellationToken cancellation) =>
        (await records.ReadAsync(CaseRows.Snapshot(caseId), cancellation))?.Body.State;

    private async Task RevokeAsync(
        CaseId caseId, int generation, Func<LinkAccess, LinkAccess> change, CancellationToken cancellation) =>
        await records.ChangeAsync(CaseRows.Access(caseId), before =>
        {
            var access = before ?? LinkAccess.Initial;
            return access.Generation == generation ? change(access) : before;
        }, cancellation);

    private async Task<LinkAccess> ReadAsync(CaseId caseId, CancellationToken cancellation) =>
        (await records.ReadAsync(CaseRows.Access(caseId), cancellation))?.Body ?? LinkAccess.Initial;
}
