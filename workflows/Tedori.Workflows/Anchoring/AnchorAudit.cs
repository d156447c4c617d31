using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Audit;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Anchoring;

/// <summary>
/// Verifies anchors against the records of today: every event that an anchor covered is hashed again. Changes nothing.
/// </summary>
public sealed class AnchorAudit(IRecords records, RoundRecords rounds, AuditLog log)
{
    /// <summary>Verifies the chain of all anchors, by their own texts only.</summary>
    /// <returns>The first day whose anchor does not follow the one before, or null where all do.</returns>
    public async Task<LocalDate?> VerifyChainAsync(CancellationToken cancellation = default)
    {
        var previous = HashChain.Start;
        await foreach (var anchor in records.BodiesAsync(AnchorRows.All, cancellation))
        {
            if (!anchor.Follows(previous))
                return anchor.Read().Day;
            previous = anchor.Hash;
        }

        return null;
    }

    /// <summary>Verifies the records that the anchor of a day covered.</summary>
    /// <returns>
    /// What differs, in English: a page of cases, or what a round had sealed. Empty where nothing does.
    /// </returns>
    /// <exception cref="InvalidOperationException">The day has no anchor.</exception>
    public async Task<IReadOnlyList<string>> VerifyAsync(LocalDate day, CancellationToken cancellation = default)
    {
        var key = AnchorRows.Of(day);
        if (await records.ReadAsync(key, cancellation) is not { Body: var row })
            throw new InvalidOperationException($"{key.Key} has no anchor.");
        var anchor = row.Read();
        var findings = new List<string>();
        if (await AuditDigest.OfAsync(log, anchor.Log.From, day, cancellation) != anchor.Log)
            findings.Add("The audit log is not the one that was anchored.");
        foreach (var round in anchor.Rounds)
        {
            findings.AddRange(await DifferencesAsync(day, round, cancellation));
            var (state, _) = await rounds.StateAsync(round.Round, cancellation);
            if (round.List is not null && round.List != state.Digest)
                findings.Add($"The sealed list of {round.Round} is not the one that was anchored.");
            if (round.Chain is not null && round.Chain != state.Chain)
                findings.Add($"The chain of the entries of {round.Round} is not the one that was anchored.");
            if (round.Seed is not null && round.Seed != state.Seed)
                findings.Add($"The seed of {round.Round} is not the one that was anchored.");
        }

        return findings;
    }

    private async Task<List<string>> DifferencesAsync(LocalDate day, RoundAnchor round, CancellationToken cancellation)
    {
        var (findings, previous, seen) = (new List<string>(), HashChain.Start, 0);
        for (var number = 0; seen < round.Cases; number++)
        {
            var key = AnchorRows.Page(day, round.Round, number);
            if (await records.ReadAsync(key, cancellation) is not { Body: { Events.Count: > 0 } page })
                return [.. findings, $"Page {key.Key} of the anchor is missing."];
            if (await DifferenceAsync(round.Round, page, previous, cancellation) is { } difference)
                findings.Add(
                    $"The cases from {new CaseId(round.Round, page.First)} {difference} page {key.Key} of the anchor.");
            findings.AddRange((page.Unread ?? []).Select(
                n => $"{new CaseId(round.Round, n)} could not be read when the anchor was taken."));
            (previous, seen) = (page.Digest, seen + page.Events.Count);
        }

        if (previous != round.Digest)
            findings.Add($"The pages of {round.Round} do not lead to the digest in the anchor.");
        return findings;
    }

    private async Task<string?> DifferenceAsync(
        RoundId round, AnchorPage page, string previous, CancellationToken cancellation)
    {
        try
        {
            return await DigestAsync(round, page, previous, cancellation) == page.Digest ? null : "differ from";
        }
        catch (DamagedRowException e)
        {
            return $"cannot be compared ({e.Finding}) with";
        }
    }

    private async Task<string> DigestAsync(
        RoundId round, AnchorPage page, string digest, CancellationToken cancellation)
    {
        for (var n = 0; n < page.Events.Count; n++)
        {
            var id = new CaseId(round, page.First + n);
            var head = await HeadAsync(id, page.Events[n], cancellation);
            digest = HashChain.Next(digest, AnchorService.LineOf(id, page.Events[n], head));
        }

        return digest;
    }

    // Hashed again from the texts: the hashes in the rows may have been changed along with them.
    private async Task<string> HeadAsync(CaseId id, int events, CancellationToken cancellation)
    {
        var head = HashChain.Start;
        await foreach (var row in records.BodiesAsync(CaseRows.EventsOf(id, events), cancellation))
            head = HashChain.Next(head, row.Event.GetRawText());
        return head;
    }
}
