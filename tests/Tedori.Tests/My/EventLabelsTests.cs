using FsCheck;
using FsCheck.Fluent;
using Tedori.Functions.Applicants;
using Tedori.Functions.Applicants.MyCase;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Tests.Cases;

namespace Tedori.Tests.My;

/// <summary>My page can be shown whatever happened to a case.</summary>
public sealed class EventLabelsTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20250519, 1);

    [Fact]
    public void Of_EveryEventOfAnyLife_IsAJapaneseSentence() => Hold(life =>
        life.All(e => EventLabels.Of(Sample.R7, e) is { Length: > 5 } text && text.EndsWith('。')));

    [Fact]
    public void Timeline_OfAnyLife_HasEveryStepAndAtMostOneNow() => Hold(life =>
    {
        var state = CaseEvolution.Fold(life);
        var steps = CaseTimeline.Of(Sample.R7, state, [.. life.Select((e, i) => (i + 1, e))], life[^1].At);
        return steps.Count == 9 && steps.Count(s => s.State == TimelineState.Now) == (state.IsClosed ? 0 : 1);
    });

    [Fact]
    public void Next_OfAnyLife_LeadsToTheFormThatIsOpenOrNowhere() => Hold(life =>
    {
        var state = CaseEvolution.Fold(life);
        var next = NextStep.Of(Sample.R7, state, life[^1].At);
        return (next.Button is null) == (next.Path.Length == 0) && next.Text.EndsWith('。');
    });

    private static void Hold(Func<IReadOnlyList<CaseEvent>, bool> law) =>
        Check.One(Fixed, Prop.ForAll(CaseLives.Any.ToArbitrary(), life => law(life.Events)));
}
