using Tedori.Testing.Cases;
using Tedori.Testing.Commands;
using Tedori.Testing.Season;
using Tedori.Tests.Commands;

namespace Tedori.Tests.Infrastructure;

[Collection(CommandLineTestsGroup.Name)]
public sealed class DeployGuardTests
{
    [Theory]
    [InlineData("14:59:59", 0)]
    [InlineData("15:00", 2)]
    [InlineData("15:00:00", 2)]
    [InlineData("17:00:00", 2)]
    [InlineData("17:59:59", 2)]
    [InlineData("18:00:00", 0)]
    public async Task DeployGuard_OnADeadlineDay_RefusesFrom15ToBefore18(string time, int exit)
    {
        var run = await CommandLineRun
            .OfAsync("deploy-guard", "--at", $"{Sample.R7.Round(7).EntryCloses:uuuu-MM-dd}T{time}");

        Assert.Equal(exit, run.ExitCode);
        Assert.Single((run.Out + run.Error).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task DeployGuard_OnAnotherDay_AllowsAtAnyTime()
    {
        var day = Sample.R7.Round(7).EntryCloses.PlusDays(1);

        var run = await CommandLineRun.OfAsync("deploy-guard", "--at", $"{day:uuuu-MM-dd}T16:59:59");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task DeployGuard_EveryDeadlineOfTheEdition_IsRefusedByItsName()
    {
        foreach (var round in Sample.R7.Rounds)
        {
            foreach (var (name, day) in new[]
            {
                ("entries", round.EntryCloses), ("company registration", round.CompanyRegistration),
                ("project registration", round.ProjectRegistration), ("without a wage raise", round.Plain.Claim),
                ("with a wage raise", round.Wage.Claim),
            })
            {
                var line = await CommandLineRun.RefusalAsync("deploy-guard", "--at", $"{day:uuuu-MM-dd}T16:00");
                Assert.Contains(name, line, StringComparison.Ordinal);
                Assert.Contains($"round {round.Number}", line, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task DeployGuard_Forced_AllowsAndSaysWhatEnds()
    {
        var run = await CommandLineRun.OfAsync(
            "deploy-guard", "--force", "--at", $"{Sample.R7.Round(7).EntryCloses:uuuu-MM-dd}T16:00");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("the entries of round 7", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeployGuard_OfTheNextEdition_KnowsItsDays()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Programmes", "Editions", "r8.json");
        var day = PlayedSeason.SecondEdition().Round(1).EntryCloses;

        var line = await CommandLineRun.RefusalAsync(
            "deploy-guard", "--programme", file, "--at", $"{day:uuuu-MM-dd}T17:30");

        Assert.Contains("round 1", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeployGuard_ATimeThatIsNone_IsNamedInOneLine() =>
        Assert.Contains("noon", await CommandLineRun
            .RefusalAsync("deploy-guard", "--at", "noon"), StringComparison.Ordinal);
}
