using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

/// <summary>辞退 before the eligibility decision, 撤回 after it, 中止 while the work is carried out.</summary>
public sealed class ExitSpecs
{
    private static readonly Instant Now = Tokyo.At("2026-02-12T09:30:00");

    public static TheoryData<string, string> Allowed => new()
    {
        { "entered", "decline" }, { "won", "decline" }, { "registered", "decline" }, { "asked", "decline" },
        { "passed", "retract" }, { "planned", "retract" }, { "ended", "retract" }, { "claimed", "retract" },
        { "planned", "abandon" }, { "ended", "abandon" },
    };

    public static TheoryData<string, string> Forbidden
    {
        get
        {
            var data = new TheoryData<string, string>();
            var allowed = Allowed.Select(row => (row[0], row[1])).ToHashSet();
            foreach (var stage in Stages.Keys)
            {
                foreach (var exit in new[] { "decline", "retract", "abandon" })
                {
                    if (!allowed.Contains((stage, exit)))
                        data.Add(stage, exit);
                }
            }

            return data;
        }
    }

    private static Dictionary<string, CaseEvent[]> Stages => new()
    {
        ["entered"] = Story.Entered,
        ["won"] = Story.Won,
        ["registered"] = Story.Registered,
        ["asked"] = Story.Asked,
        ["passed"] = Story.Passed,
        ["planned"] = Story.Planned,
        ["ended"] = Story.Ended,
        ["claimed"] = Story.Claimed,
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Leave_InItsStep_EndsTheCase(string stage, string exit)
    {
        var (command, expected, outcome) = Exit(exit, "経営上の都合");
        var spec = Given(Stages[stage]).When(command);
        spec.Then(expected);
        Assert.Equal(outcome, spec.ThenState().Outcome);
        Assert.Equal(Given(Stages[stage]).State.Step, spec.ThenState().ClosedIn);
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Leave_InAnotherStep_IsRefused(string stage, string exit) =>
        Given(Stages[stage]).When(Exit(exit, "経営上の都合").Command).ThenRefused("notThisStep");

    [Theory]
    [InlineData("won", "decline")]
    [InlineData("passed", "retract")]
    [InlineData("planned", "abandon")]
    public void Leave_WithoutAReason_IsRefused(string stage, string exit) =>
        Given(Stages[stage]).When(Exit(exit, " ").Command).ThenRefused("reasonMissing");

    [Theory]
    [InlineData("decline")]
    [InlineData("retract")]
    [InlineData("abandon")]
    public void Leave_AClosedCase_IsRefused(string exit)
    {
        foreach (var closed in new[] { Story.Lost, Story.LapsedAtClaim, Story.Granted })
            Given(closed).When(Exit(exit, "経営上の都合").Command).ThenRefused("caseClosed");
    }

    private static (CaseCommand Command, CaseEvent Event, Outcome Outcome) Exit(string exit,
        string reason) => exit switch
        {
            "decline" => (new CaseCommand.Decline(Now, reason), new CaseEvent.Declined(Now, reason), Outcome.Declined),
            "retract" =>
                (new CaseCommand.Retract(Now, reason), new CaseEvent.Retracted(Now, reason), Outcome.Retracted),
            "abandon" =>
                (new CaseCommand.Abandon(Now, reason), new CaseEvent.Abandoned(Now, reason), Outcome.Abandoned),
            _ => throw new ArgumentOutOfRangeException(nameof(exit), exit, "Unknown exit."),
        };
}
