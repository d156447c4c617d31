using System.Text;
using NodaTime;
using Tedori.Functions.Public.Calendars;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Applicants;

public sealed class CalendarTextTests
{
    private static readonly Instant Made = Instant.FromUtc(2025, 6, 1, 0, 0);

    [Theory]
    [InlineData(null)]
    [InlineData(Track.Wage)]
    public void Rounds_WithAMovedDeadline_HaveItsNewDateAndAHigherSequence(Track? track)
    {
        var (id, day) = (new RoundId("r7", 2), new LocalDate(2026, 9, 30));
        var first = new MovedDeadline(id, Step.Claim, track, day, Made);
        var second = first with { Date = day.PlusDays(7), At = Made + Duration.FromDays(1) };

        var (before, once, twice) = (Claim(), Claim(first), Claim(first, second));

        Assert.Equal((before.Uid, before.Uid), (once.Uid, twice.Uid));
        Assert.Equal((day, day.PlusDays(7)), (once.Day, twice.Day));
        Assert.True(before.Sequence < once.Sequence && once.Sequence < twice.Sequence);
        Assert.Contains($"SEQUENCE:{twice.Sequence}", CalendarText.Write("x", [twice], Made), StringComparison.Ordinal);
        var plain = CalendarOfRounds.Of(Sample.R7, first).Single(e => e.Uid == "r7-02-claim-plain@tedori");
        Assert.Equal(track is null ? day : Sample.R7.Round(2).Plain.Claim, plain.Day);

        static CalendarEvent Claim(params MovedDeadline[] moved) =>
            CalendarOfRounds.Of(Sample.R7, moved).Single(e => e.Uid == "r7-02-claim-wage@tedori");
    }

    [Fact]
    public void Write_AllRounds_EndsEveryLineWithCrLfWithin75Octets()
    {
        var text = CalendarText.Write(Sample.R7.Name, CalendarOfRounds.Of(Sample.R7), Made);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public void Write_AllRounds_UnfoldsToWhatWasMeant()
    {
        var lines = Unfolded(CalendarText.Write(Sample.R7.Name, CalendarOfRounds.Of(Sample.R7), Made));
        Assert.Contains("DTSTART;TZID=Asia/Tokyo:20250519T090000", lines);
        Assert.Contains("DTEND;TZID=Asia/Tokyo:20250523T170000", lines);
        Assert.Contains("DTSTART;VALUE=DATE:20260119", lines);
        Assert.Contains("SUMMARY:第1回 事前エントリー", lines);
        Assert.Contains("DTSTAMP:20250601T000000Z", lines);
        Assert.Contains("TZOFFSETTO:+0900", lines);
        Assert.Equal(70, lines.Count(l => l == "BEGIN:VEVENT"));
        Assert.Equal(70, lines.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public void Write_AllRounds_IsReadBackAsWhatWasMeant()
    {
        var meant = CalendarOfRounds.Of(Sample.R7).ToList();
        var calendar = Ical.Net.Calendar.Load(CalendarText.Write(Sample.R7.Name, meant, Made))!;
        Assert.Equal(Sample.R7.Name, calendar.Properties.Get<string>("X-WR-CALNAME"));
        Assert.Equal(meant.Select(e => e with { Path = null, AlarmDays = [] }), calendar.Events.Select(ReadBack));
        Assert.All(
            calendar.Events, e => Assert.Equal(e!.Start!.HasTime ? "Asia/Tokyo" : null, e.Start!.TzId));
        Assert.All(calendar.Events, e => Assert.Equal(Made, At(e!.DtStamp)));
        Assert.Equal(Instant.FromUtc(2025, 5, 19, 0, 0), At(calendar.Events[0]!.Start));
    }

    [Fact]
    public void Write_AllRounds_LinksToThePageOfTheRoundAndRingsWhenTheOfficeReminds()
    {
        var calendar = Ical.Net.Calendar.Load(
            CalendarText.Write("x", CalendarOfRounds.Of(Sample.R7), Made, new Uri("https://tedori.example/")))!;

        var company = calendar.Events.Single(e => e!.Uid == "r7-07-company@tedori")!;
        Assert.Equal(new Uri("https://tedori.example/rounds/r7-07"), company.Url);
        var day = Sample.R7.Round(7).CompanyRegistration;
        Assert.Equal(
            Sample.R7.Windows.ReminderBusinessDays.Select(n => Sample.R7.Calendar.AddBusinessDays(day, -n) + new LocalTime(9, 0)),
            company.Alarms.Select(a => LocalDateTime.FromDateTime(company.Start!.Value) + Period.FromTicks(a.Trigger!.Duration!.Value.ToTimeSpanUnspecified().Ticks)));
        Assert.All(calendar.Events, e => Assert.NotEmpty(e!.Alarms));
        // And on the last morning on which one can still enter.
        var entry = calendar.Events.Single(e => e!.Uid == "r7-07-entry@tedori")!;
        Assert.Equal(
            Sample.R7.Round(7).EntryCloses + new LocalTime(9, 0),
            LocalDateTime.FromDateTime(entry.Start!.Value) + Period.FromTicks(entry.Alarms.Last().Trigger!.Duration!.Value.ToTimeSpanUnspecified().Ticks));
        Assert.DoesNotContain("URL:", CalendarText.Write("x", CalendarOfRounds.Of(Sample.R7), Made), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_MadeTwiceAtOneInstant_HasTheSameBytes() => Assert.Equal(
        CalendarText.Write("x", CalendarOfRounds.Of(Sample.R7), Made),
        CalendarText.Write("x", CalendarOfRounds.Of(Sample.R7), Made));

    [Fact]
    public void Write_MadeTwice_KeepsEveryUid() => Assert.Equal(
        Uids(CalendarText.Write("x", CalendarOfRounds.Of(Sample.R7), Made)),
        Uids(CalendarText.Write("x", CalendarOfRounds.Of(Sample.R7), Made + Duration.FromDays(1))));

    [Fact]
    public void Write_TextWithSpecialCharacters_EscapesThem()
    {
        var lines = Unfolded(
            CalendarText.Write("a", [new("u", "半角, 全角; \\ 記号", "一行目\n二行目\r\nEND:VCALENDAR", new(2025, 6, 1))], Made));
        Assert.Contains("SUMMARY:半角\\, 全角\\; \\\\ 記号", lines);
        Assert.Contains("DESCRIPTION:一行目\\n二行目\\nEND:VCALENDAR", lines);
        Assert.Equal(1, lines.Count(l => l == "END:VCALENDAR"));
    }

    [Fact]
    public void Write_LongJapaneseText_IsNeverFoldedWithinACharacter()
    {
        var title = string.Concat(Enumerable.Repeat("𠮷野家あ", 40));
        var text = CalendarText.Write("a", [new("u", title, "", new(2025, 6, 1))], Made);
        Assert.Contains($"SUMMARY:{title}", Unfolded(text));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void OfCase_InItsFirstStep_HasTheDatesThatAreFixed()
    {
        var state = CaseLifeUpTo(Step.CompanyRegistration);
        var events = CalendarOfCase.Of(Sample.R7, state).ToList();
        Assert.Equal([new LocalDate(2025, 6, 12), new LocalDate(2025, 10, 20)], events.Select(e => e.Day));
        Assert.All(events, e => Assert.StartsWith("r7-01-00001-", e.Uid, StringComparison.Ordinal));
        Assert.All(events, e => Assert.Equal("/my/r7-01-00001", e.Path));
        // Ten, five and two business days before, as the reminders come.
        Assert.Equal([14, 7, 2], events[0].AlarmDays);
    }

    // What only winners have to do is nobody's date before it is known who they are.
    [Fact]
    public void OfCase_BeforeTheDraw_HasTheDayOfTheResultAndNoDeadline()
    {
        var result = Assert.Single(CalendarOfCase.Of(Sample.R7, CaseLifeUpTo(Step.AwaitingDraw)));

        Assert.Equal(("r7-01-00001-result@tedori", "【r7-01-00001】抽選の結果をお知らせする期限"), (result.Uid, result.Title));
        Assert.Equal(Sample.R7.ResultDue(Sample.R7.Round(1)), result.Day);
        Assert.Null(result.From);
    }

    [Fact]
    public void OfCase_Closed_HasNone() => Assert.Empty(
        CalendarOfCase.Of(Sample.R7, CaseLifeUpTo(Step.Closed)));

    private static CaseState CaseLifeUpTo(Step step) => new()
    {
        Id = Sample.CaseId,
        Entry = Sample.Form,
        EnteredAt = Made,
        EntryKey = "key",
        Step = step,
        Since = Made,
    };

    private static CalendarEvent ReadBack(Ical.Net.CalendarComponents.CalendarEvent e) => new(
        e.Uid!, e.Summary!, e.Description!, LocalDate.FromDateOnly(e.Start!.Date),
        e.Start.Time is { } from ? LocalTime.FromTimeOnly(from) : null,
        e.DtEnd is { } end ? LocalDateTime.FromDateTime(end.Value) : null);

    private static Instant At(Ical.Net.DataTypes.CalDateTime? time) => Instant.FromDateTimeUtc(time!.AsUtc);

    private static List<string> Unfolded(string text) =>
        [.. text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];

    private static IEnumerable<string> Uids(string text) =>
        Unfolded(text).Where(l => l.StartsWith("UID:", StringComparison.Ordinal));
}
