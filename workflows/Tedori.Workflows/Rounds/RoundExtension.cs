using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Signing;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Rounds;

/// <summary>Moves a deadline of a whole round: a disaster, or an outage of our own.</summary>
public sealed class RoundExtension(CaseRegister register, CaseCommandHandler cases, IClock clock)
{
    /// <summary>
    /// Moves the deadline of a step for some cases of the round, as far as it applies to them: those that run, and those
    /// that lapsed in that very step, which are reinstated. Safe to repeat; repeating it also reaches cases that were not
    /// so far before.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="serial">Serial number of the first case, inclusive.</param>
    /// <param name="most">How many serial numbers.</param>
    /// <param name="step">The step whose deadline moves.</param>
    /// <param name="date">The new last day, Asia/Tokyo, inclusive.</param>
    /// <param name="track">Only cases on this track, or null for all.</param>
    /// <param name="reason">Why, in Japanese; stands in the notice.</param>
    /// <param name="signed">Who proposed and who approved.</param>
    /// <param name="cancellation">Ends it between two cases; what was done stays done.</param>
    /// <returns>A verdict per case that has not ended otherwise, by serial number.</returns>
    public async Task<IReadOnlyList<CaseVerdict>> ExtendAsync(
        RoundId round, int serial, int most, Step step, LocalDate date, Track? track, string reason, Signatures signed,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(signed);
        var verdicts = new List<CaseVerdict>();
        foreach (var id in await register.CasesAsync(round, serial, most, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (await cases.ReadAsync(id, cancellation) is not { State: { } state }
                || !Concerns(state, step, track))
                continue;
            var command = new CaseCommand.ExtendCutoff(
                clock.GetCurrentInstant(), step, date, reason, signed.Approver.Name, signed);
            var answer = await cases.HandleAsync(id, command, cancellation);
            verdicts.Add(new(id, (answer as CaseAnswer.Refused)?.Refusal));
        }

        return verdicts;
    }

    /// <summary>Whether an extension of a round reaches a case: it runs, or it lapsed in that very step.</summary>
    internal static bool Concerns(CaseState state, Step step, Track? track) =>
        (track is null || state.Project?.Track == track)
        && (state.Outcome is null || (state.Outcome == Outcome.Lapsed && state.ClosedIn == step));
}

/// <summary>What became of one case when something was asked of a whole round.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Refusal">Why it did not happen to this case, or null where it did, now or before.</param>
public sealed record CaseVerdict(CaseId CaseId, Refusal? Refusal);
