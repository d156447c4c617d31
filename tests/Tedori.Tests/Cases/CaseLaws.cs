using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using Outcome = Tedori.Programme.Outcome;

namespace Tedori.Tests.Cases;

/// <summary>Laws over random lives of a case. The seed is fixed, so a failure comes again.</summary>
public sealed class CaseLaws
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 70001).WithMaxTest(1000);

    [Fact]
    public void Lives_Together_ReachEveryStepOutcomeAndEvent()
    {
        // Guards the laws below: a generator that never gets anywhere would make them hold for nothing.
        var lives = new List<IReadOnlyList<CaseEvent>>();
        Check.One(Fixed, Prop.ForAll(CaseLives.Any.ToArbitrary(), life => lives.Add(life.Events)));
        Check.One(Fixed, Prop.ForAll(CaseLives.Under(Sample.Paying).ToArbitrary(), life => lives.Add(life.Events)));
        var states = lives.ConvertAll(CaseEvolution.Fold);
        Assert.Equal(Enum.GetValues<Step>(), states.Select(s => s.Step).Distinct().Order());
        Assert.Equal(Enum.GetValues<Outcome>(), states.Select(s => s.Outcome).OfType<Outcome>().Distinct().Order());
        Assert.Equal(
            typeof(CaseEvent).GetNestedTypes().Select(t => t.Name).Order(),
            lives.SelectMany(l => l).Select(e => e.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Fold_EventsThroughJson_GivesTheSameState() => Hold(life =>
    {
        var again = TedoriJson.Read<List<CaseEvent>>(TedoriJson.Write(life.Events));
        return TedoriJson.Write(CaseEvolution.Fold(again)) == TedoriJson.Write(CaseEvolution.Fold(life.Events));
    });

    [Fact]
    public void State_ThroughJson_IsTheSame() => Hold(life =>
    {
        var text = TedoriJson.Write(CaseEvolution.Fold(life.Events));
        return TedoriJson.Write(TedoriJson.Read<CaseState>(text)) == text;
    });

    [Fact]
    public void NextWake_OnceTheTimeIsTold_LiesInTheFuture() => Hold((edition, life) =>
    {
        var state = Told(edition, CaseEvolution.Fold(life.Events), life.Now);
        return CaseSchedule.NextWake(edition, state, life.Now) is not { } wake || wake > life.Now;
    });

    [Fact]
    public void PassTime_AtTheNextWake_AlwaysDoesSomething_AndJustBeforeNothing() => Hold((edition, life) =>
    {
        var (state, now) = (Told(edition, CaseEvolution.Fold(life.Events), life.Now), life.Now);
        while (CaseSchedule.NextWake(edition, state, now) is { } wake)
        {
            if (Due(edition, state, wake - Tokyo.Millisecond).Count > 0 && wake - Tokyo.Millisecond > now)
                return false;
            if (Due(edition, state, wake).Count == 0)
                return false;
            (state, now) = (Told(edition, state, wake), wake);
        }

        return Due(edition, state, Tokyo.At("2028-06-01T00:00:00")).Count == 0;
    });

    [Fact]
    public void PassTime_Repeated_IsNothing() => Hold((edition, life) =>
        Due(edition, Told(edition, CaseEvolution.Fold(life.Events), life.Now), life.Now).Count == 0);

    [Fact]
    public void Reminders_InAnyLife_AreNeverSentTwiceNorForAStepThatIsDone() => Hold(life =>
    {
        var rungs = life.Events.OfType<CaseEvent.ReminderFellDue>().Select(r => r.Rung).ToList();
        var steps = life.Events.Select((e, i) => (e, i)).Where(x => x.e is CaseEvent.ReminderFellDue)
            .All(x => CaseEvolution.Fold(life.Events.Take(x.i)).Step == ((CaseEvent.ReminderFellDue)x.e).Of);
        return steps && rungs.Distinct().Count() == rungs.Count;
    });

    [Fact]
    public void Grant_InAnyLife_IsTheAmountOfWhatWasApproved() => Hold(life =>
        life.Events.OfType<CaseEvent.GrantDecided>().All(g =>
            g.Yen == GrantCalculation.Of(Sample.R7, g.Approved.Items, g.Approved.Persons).Yen && g.Yen > 0));

    [Fact]
    public void Outcome_InAnyLife_IsThereExactlyWhenTheCaseIsClosed() => Hold(life =>
    {
        var state = CaseEvolution.Fold(life.Events);
        return state.IsClosed == state.Outcome.HasValue && state.IsClosed == state.ClosedIn.HasValue;
    });

    private static void Hold(Func<(IReadOnlyList<CaseEvent> Events, Instant Now), bool> law) =>
        Check.One(Fixed, Prop.ForAll(CaseLives.Any.ToArbitrary(), law));

    private static void Hold(Func<Edition, (IReadOnlyList<CaseEvent> Events, Instant Now), bool> law)
    {
        Hold(life => law(Sample.R7, life));
        Check.One(Fixed, Prop.ForAll(CaseLives.Under(Sample.Paying).ToArbitrary(), life => law(Sample.Paying, life)));
    }

    private static CaseState Told(Edition edition, CaseState state, Instant now) =>
        Due(edition, state, now).Aggregate(state, CaseEvolution.Evolve);

    private static IReadOnlyList<CaseEvent> Due(Edition edition, CaseState state, Instant now) =>
        Assert.IsType<Decision.Accepted>(
            CaseDecider.Decide(edition, state, new CaseCommand.PassTime(now))).Events;
}
