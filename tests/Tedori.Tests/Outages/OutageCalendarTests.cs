using NodaTime;
using Tedori.Functions.Public.Calendars;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Outages;

/// <summary>What a company reads of a later end: in the calendars, in the notices, on the pages of its case.</summary>
public sealed class OutageCalendarTests
{
    private static readonly Outage Night = new(
        Tokyo.At("2025-06-12T16:00:00"), Tokyo.At("2025-06-13T09:30:00"), "回線障害", Tokyo.At("2025-06-12T18:00:00"), "p1");

    private static readonly Edition After = Sample.R7 with { Outages = [Night] };
    private static readonly CaseState Won = CaseEvolution.Fold(Story.Won);

    [Fact]
    public void Rounds_WithAMovedWindow_HaveItsNewEndTheReasonAndAHigherSequence()
    {
        var moved = new MovedWindow(
            Sample.RoundId, Tokyo.At("2025-05-23T20:30:00"), "通信障害", Tokyo.At("2025-05-23T18:00:00"), "p1");
        var edition = Sample.R7 with { Rounds = [Sample.Round with { Moved = moved }, .. Sample.R7.Rounds.Skip(1)] };

        var (before, after) = (Entries(Sample.R7), Entries(edition));

        Assert.Equal(before.Uid, after.Uid);
        Assert.Equal(new LocalDateTime(2025, 5, 23, 17, 0), before.Until);
        Assert.Equal(new LocalDateTime(2025, 5, 23, 20, 30), after.Until);
        Assert.True(after.Sequence > before.Sequence);
        Assert.Contains("20:30より前に受信したもの", after.Text, StringComparison.Ordinal);
        Assert.Contains("理由: 通信障害", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rounds_WithADeadlineInAnOutage_HaveItsEndAndAHigherSequence()
    {
        var (before, after) = (Company(Sample.R7), Company(After));
        Assert.Equal((new LocalDate(2025, 6, 13), new LocalTime(9, 30)), (after.Day, after.From));
        Assert.True(after.Sequence > before.Sequence);
        Assert.Contains("回線障害", after.Text, StringComparison.Ordinal);
        Assert.Equivalent(Project(Sample.R7), Project(After), strict: true);
    }

    [Fact]
    public void Case_WithADeadlineInAnOutage_HasItsEndAndAHigherSequence()
    {
        var (before, after) = (Case(Sample.R7), Case(After));
        Assert.Equal((new LocalDate(2025, 6, 13), new LocalTime(9, 30)), (after.Day, after.From));
        Assert.Equal((before.Uid, true), (after.Uid, after.Sequence > before.Sequence));
    }

    [Fact]
    public void Outage_InTheFeed_IsAnEventFromItsBeginningToItsEnd()
    {
        var shown = Assert.Single(CalendarOfOutages.Of([Night]));
        Assert.Equal((new LocalDate(2025, 6, 12), new LocalTime(16, 0)), (shown.Day, shown.From));
        Assert.Equal(new LocalDateTime(2025, 6, 13, 9, 30), shown.Until);
    }

    [Fact]
    public void Notice_OfADeadlineInAnOutage_NamesItsEndAndTheDateOfThePostmark()
    {
        var notice = NoticeComposer.Compose(After, Won, Story.Won[^1], Story.Won.Length)!;
        Assert.Equal(["令和7年6月12日(木)"], notice.Due!.Single(d => d.Label == "期限").Lines);
        Assert.StartsWith("令和7年6月13日(金) 09:30まで", Assert.Single(notice.Due!.Single(d => d.Label == "電子申請").Lines), StringComparison.Ordinal);
        Assert.Equal(["この日の消印まで有効です"], notice.Due!.Single(d => d.Label == "郵送").Lines);
    }

    [Fact]
    public void Deadline_InAnOutage_IsShownWithItsEnd()
    {
        var deadline = new Functions.Applicants.Deadline(CaseSchedule.Current(After, Won)!, Tokyo.At("2025-06-13T09:30:00"));
        Assert.False(deadline.IsOver);
        Assert.Equal((Tokyo.Day("2025-06-13"), "09:30"), (deadline.Day, deadline.Closes));
        Assert.Contains("令和7年6月13日(金) 09:30までに", deadline.Channels, StringComparison.Ordinal);
    }

    [Fact]
    public void Loser_OfARound_ReadsTheMovedEndOfTheNext()
    {
        var moved = new MovedWindow(
            new("r7", 2), Tokyo.At("2025-06-20T21:00:00"), "障害", Tokyo.At("2025-06-20T18:00:00"), "p1");
        var edition = Sample.R7 with
        {
            Rounds = [Sample.Round, Sample.R7.Round(2) with { Moved = moved }, .. Sample.R7.Rounds.Skip(2)],
        };
        Assert.Contains(
            "令和7年6月20日(金) 21:00まで", NextRound.Sentence(edition, 1, Tokyo.At("2025-06-20T18:00:00")),
            StringComparison.Ordinal);
    }

    private static CalendarEvent Entries(Edition edition) => Of(edition, "entry");

    private static CalendarEvent Company(Edition edition) => Of(edition, "company");

    private static CalendarEvent Project(Edition edition) => Of(edition, "project");

    private static CalendarEvent Of(Edition edition, string what) =>
        CalendarOfRounds.Of(edition).Single(e => e.Uid == $"r7-01-{what}@tedori");

    private static CalendarEvent Case(Edition edition) =>
        CalendarOfCase.Of(edition, Won).Single(e => e.Uid == "r7-01-00001-companyRegistration@tedori");
}
