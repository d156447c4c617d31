using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Lottery;

public sealed class RoundScheduleTests
{
    public static TheoryData<int, string> Releases => new()
    {
        { 1, "2025-06-03" }, { 2, "2025-07-01" }, { 3, "2025-07-30" }, { 4, "2025-09-02" }, { 5, "2025-09-25" },
        { 6, "2025-10-22" }, { 7, "2025-11-19" }, { 8, "2025-12-16" }, { 9, "2026-01-26" }, { 10, "2026-02-18" },
    };

    public static TheoryData<RoundPhase, string?> Phases => new()
    {
        { RoundPhase.Scheduled, "2025-05-19T09:00:00" },
        { RoundPhase.Open, "2025-05-23T17:02:00" },
        { RoundPhase.Sealed, "2025-05-23T17:32:00" },
        { RoundPhase.Drawn, "2025-06-03T10:00:00" },
        { RoundPhase.Released, "2025-05-26T11:00:00" },
        { RoundPhase.Published, null },
    };

    [Theory]
    [MemberData(nameof(Releases))]
    public void ReleaseAtLatest_EachRound_IsTheSeventhBusinessDayAtTen(int round, string day) =>
        Assert.Equal(
            Tokyo.At(Tokyo.Day(day), "10:00:00"), RoundSchedule.ReleaseAtLatest(Sample.R7, Sample.R7.Round(round)));

    [Theory]
    [MemberData(nameof(Phases))]
    public void NextDue_EachPhase_IsWhenItEndsByItself(RoundPhase phase, string? due)
    {
        var state = new RoundState
        {
            Id = RoundId.Parse("r7-01"),
            Phase = phase,
            BeaconDue = Tokyo.At("2025-05-23T17:32:00"),
            ReleasedAt = Tokyo.At("2025-05-26T11:00:00"),
        };
        Assert.Equal(due is null ? null : Tokyo.At(due), RoundSchedule.NextDue(Sample.R7, state));
    }
}
