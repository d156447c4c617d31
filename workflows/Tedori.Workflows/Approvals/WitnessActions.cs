using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>Announces a throw before witnesses for the next draw of a round.</summary>
public sealed class WitnessActions(WitnessService witnesses, RoundRecords rounds, IClock clock) : IActionPerformer
{
    /// <inheritdoc/>
    public bool Performs(ProposedAction action) => action is ProposedAction.AnnounceThrow;

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PreviewAsync(
        ProposedAction action, CancellationToken cancellation = default)
    {
        var announce = (ProposedAction.AnnounceThrow)action;
        if (announce.Due <= clock.GetCurrentInstant())
            return ("", new("announcedTooLate", "立会抽選の日時は、現在より後の日時を指定してください。"));
        if (await DrawAsync(announce.Round, cancellation) is not { } draw)
            return ("", new("announcedTooLate", $"第{announce.Round.Number}回は結果を公表したため、立会抽選を予告できません。"));
        return await witnesses.PlannedAsync(announce.Round, draw, cancellation) is { } planned
            ? ("", new("alreadyAnnounced", $"この抽選には、{JapaneseDate.Full(planned.Due)}の立会抽選({planned.Source})を予告しています。"))
            : (EffectOf(announce), null);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AskedOfCase> AsksAsync(ProposedAction action, CancellationToken cancellation = default) =>
        AsyncEnumerable.Empty<AskedOfCase>();

    /// <inheritdoc/>
    public async Task<(string Effect, Refusal? Refusal)> PerformAsync(
        ProposedAction action, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var announce = (ProposedAction.AnnounceThrow)action;
        if (await DrawAsync(announce.Round, cancellation) is not { } draw)
            return ("", new("announcedTooLate", $"第{announce.Round.Number}回は結果を公表したため、立会抽選を予告できません。"));
        var refusal = await witnesses.AnnounceAsync(
            announce.Round, draw, announce.Machine, announce.Due, proposal.Signed, cancellation);
        return (EffectOf(announce), refusal);
    }

    private async Task<int?> DrawAsync(RoundId round, CancellationToken cancellation) =>
        WitnessService.NextDraw((await rounds.StateAsync(round, cancellation)).State);

    private static string EffectOf(ProposedAction.AnnounceThrow a) =>
        $"第{a.Round.Number}回の次の抽選を、{JapaneseDate.Full(a.Due)}の立会抽選({a.Machine})で決めることを予告し、公表します。";
}
