using System.Runtime.CompilerServices;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Tells every case its result, page by page.</summary>
public sealed class Publication(
    IRecords records, RoundRecords rounds, CaseCommandHandler cases, PlaceAward awards, LotSettlement lots,
    PlaceService places, IClock clock)
{
    /// <summary>
    /// Publishes one page; answers with the next page, or null when the round is published. Safe to repeat.
    /// </summary>
    /// <exception cref="InvalidOperationException">The result is not released.</exception>
    public async Task<int?> PublishAsync(RoundId round, int page, CancellationToken cancellation = default)
    {
        var (state, _) = await rounds.StateAsync(round, cancellation);
        if (state.Phase < RoundPhase.Released)
            throw new InvalidOperationException($"The result of {round} is not released.");
        var row = await records.ReadAsync(
            RoundRows.Page(RoundRows.ResultsOf(round, state.Draw), page), cancellation);
        if (row is null)
        {
            await FinishAsync(round, cancellation);
            return null;
        }

        foreach (var result in row.Body)
            await TellAsync(result, cancellation);
        return page + 1;
    }

    /// <summary>What publishing the drawn result of a round would ask of its cases now. Writes nothing.</summary>
    public async IAsyncEnumerable<AskedOfCase> AsksAsync(
        RoundId round, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (state, _) = await rounds.StateAsync(round, cancellation);
        if (state.Phase < RoundPhase.Drawn)
            yield break;
        await foreach (var result in rounds.EachResultAsync(state, cancellation))
        {
            if (result.Shared is { Won: true })
                yield return await lots.AsksAsync(result, cancellation);
            else if (result.Won)
                yield return await awards.AsksAsync(result.CaseId, result.Rank, shared: null, cancellation);
            else
                yield return new(result.CaseId, OfWhoDidNotWin(result));
        }
    }

    private async Task TellAsync(ResultRow result, CancellationToken cancellation)
    {
        if (result.Shared is { Won: true })
        {
            await lots.TellAsync(result, cancellation);
            return;
        }

        switch (await AnswerAsync(result, cancellation))
        {
            case CaseAnswer.Accepted:
            case CaseAnswer.Refused { Refusal.Code: "caseClosed" }:
                // A company may have declined between its entry and the result.
                break;
            case var other:
                throw new InvalidOperationException($"{result.CaseId} cannot be told its result: {other}.");
        }
    }

    private Task<CaseAnswer> AnswerAsync(ResultRow result, CancellationToken cancellation) => result.Won
        ? awards.TellAsync(result.CaseId, result.Rank, shared: null, cancellation)
        : cases.HandleAsync(result.CaseId, OfWhoDidNotWin(result), cancellation);

    private CaseCommand OfWhoDidNotWin(ResultRow result)
    {
        var now = clock.GetCurrentInstant();
        return result.Exclusion is { } reason && result.Shared is null
            ? new CaseCommand.Exclude(now, reason)
            : new CaseCommand.RecordDraw(now, result.Rank, Won: false, result.Shared is null ? null : true);
    }

    private async Task FinishAsync(RoundId round, CancellationToken cancellation) =>
        await rounds.ChangeAsync(round, async state =>
        {
            if (state.Phase != RoundPhase.Released)
                return new Change<RoundState, bool>(state, false);
            await places.PostResultAsync(state, cancellation);
            return new(state with { Phase = RoundPhase.Published, PublishedAt = clock.GetCurrentInstant() }, true);
        }, cancellation);
}
