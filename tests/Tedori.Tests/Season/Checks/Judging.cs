using Tedori.Season.Checks;

namespace Tedori.Tests.Season.Checks;

/// <summary>Shows dossiers to a check and hears its judgement.</summary>
internal static class Judging
{
    public static async Task<Invariant> JudgeAsync(this ISeasonCheck check, params IEnumerable<CaseDossier> dossiers)
    {
        foreach (var dossier in dossiers)
            check.Add(dossier);
        return await check.FinishAsync();
    }

    public static async Task AssertHeldAsync(this ISeasonCheck check, params IEnumerable<CaseDossier> dossiers)
    {
        var invariant = await check.JudgeAsync(dossiers);
        Assert.True(invariant.Held, invariant.Detail);
    }

    /// <summary>The check must find something, and name it.</summary>
    public static async Task AssertFailsAsync(
        this ISeasonCheck check, string named, params IEnumerable<CaseDossier> dossiers)
    {
        var invariant = await check.JudgeAsync(dossiers);
        Assert.False(invariant.Held, invariant.Detail);
        Assert.Contains(named, invariant.Detail, StringComparison.Ordinal);
    }

    public static CaseDossier WithState(
        this CaseDossier dossier, Func<Programme.Cases.CaseState, Programme.Cases.CaseState> change) =>
        dossier with { Snapshot = dossier.Snapshot with { State = change(dossier.State) } };

    public static CaseDossier WithEvents<TEvent>(
        this CaseDossier dossier, Func<TEvent, Programme.Cases.CaseEvent> change)
        where TEvent : Programme.Cases.CaseEvent =>
        dossier with { Events = [.. dossier.Events.Select(e => e is TEvent changed ? change(changed) : e)] };
}
