using NodaTime;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Workflows;

public sealed class CanarySpecs
{
    private const string Id = "20250519T003000Z";
    private readonly TestOffice office = new("2025-05-19T09:00:00");
    private readonly CanaryService canaries;

    public CanarySpecs() => canaries = new(office.Records, office.Tasks, office.Hints, office.Clock);

    [Fact]
    public void Id_OfAnInstant_ReadsBack() =>
        Assert.Equal(Tokyo.At("2025-05-19T09:30:00"), CanaryId.DueOf(CanaryId.Of(Tokyo.At("2025-05-19T09:30:00"))));

    [Theory]
    [InlineData("2025-05-19T09:00:00", "2025-05-19T09:30:00")]
    [InlineData("2025-05-19T09:29:59.999", "2025-05-19T09:30:00")]
    [InlineData("2025-05-19T09:30:00", "2025-05-19T10:30:00")]
    [InlineData("2025-05-19T23:45:00", "2025-05-20T00:30:00")]
    public async Task Plant_AtAnyTime_IsDueAtTheNextHalfHour(string now, string due)
    {
        office.Clock.Reset(Tokyo.At(now));
        Assert.Equal(Tokyo.At(due), await canaries.PlantAsync());
    }

    [Fact]
    public async Task Plant_Again_IsOneCanaryAndHintsAgain()
    {
        await canaries.PlantAsync();
        office.Clock.Advance(Duration.FromMinutes(5));
        await canaries.PlantAsync();
        Assert.Equal([Id], office.Records.Keys(RecordSet.Office, "canary"));
        Assert.Equal(2, office.Hints.Given.Count);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public async Task Fire_WithinItsGrace_IsInTime(int secondsLate, bool inTime)
    {
        var due = await canaries.PlantAsync();
        office.Clock.Reset(due + Duration.FromSeconds(secondsLate));
        Assert.Equal(inTime, await canaries.FireAsync(Id));
        Assert.Equal(inTime ? [] : ["canaryMissed"], await office.TaskKindsAsync());
        Assert.Equal(0, await canaries.CheckAsync());
    }

    [Fact]
    public async Task Fire_Repeated_KeepsTheFirstTime()
    {
        var due = await canaries.PlantAsync();
        office.Clock.Reset(due + Duration.FromSeconds(1));
        await canaries.FireAsync(Id);
        office.Clock.Advance(Duration.FromHours(1));
        Assert.True(await canaries.FireAsync(Id));
        Assert.Equal(due + Duration.FromSeconds(1), (await canaries.LatestAsync())!.FiredAt);
    }

    [Fact]
    public async Task Fire_ThatWasNeverPlanted_IsAnError() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => canaries.FireAsync(Id));

    [Fact]
    public async Task Check_OverdueCanary_TellsStaffOnce()
    {
        office.Clock.Reset(await canaries.PlantAsync() + CanaryRow.Grace - Tokyo.Millisecond);
        Assert.Equal(0, await canaries.CheckAsync());
        office.Clock.Advance(Tokyo.Millisecond);
        Assert.Equal(1, await canaries.CheckAsync());
        Assert.Equal(0, await canaries.CheckAsync());
        Assert.Equal(["canaryMissed"], await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Check_SeveralMissedOnOneDay_AreOneTask()
    {
        for (var hour = 0; hour < 4; hour++)
            office.Clock.Reset(await canaries.PlantAsync());
        office.Clock.Advance(CanaryRow.Grace);
        Assert.Equal(4, await canaries.CheckAsync());
        Assert.Equal(["canaryMissed"], await office.TaskKindsAsync());
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Fire_RepeatedAfterACrash_StillTellsStaff(int commit, bool afterEffect)
    {
        office.Clock.Reset(await canaries.PlantAsync() + CanaryRow.Grace);
        office.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => canaries.FireAsync(Id));
        Assert.False(await canaries.FireAsync(Id));
        Assert.Equal(["canaryMissed"], await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Check_AfterAMonth_DropsOldCanaries()
    {
        await canaries.PlantAsync();
        office.Clock.Advance(Duration.FromMinutes(30));
        await canaries.FireAsync(Id);
        office.Clock.Advance(Duration.FromDays(30) + Tokyo.Millisecond);
        await canaries.CheckAsync();
        Assert.Empty(office.Records.Keys(RecordSet.Office, "canary"));
    }
}
