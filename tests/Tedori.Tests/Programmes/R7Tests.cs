using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Tests.Programmes;

public sealed class R7Tests
{
    private static readonly Edition R7 = EditionReader.R7();

    [Fact]
    public void Rounds_EveryDate_IsTheOneOfTheCheckedCalendar()
    {
        var expected = File.ReadAllLines(Data("calendar.csv")).Skip(1);

        Assert.Equal(expected, R7.Rounds.Select(r => string.Join(',',
            [r.Number.ToString(CultureInfo.InvariantCulture), r.Places.ToString(CultureInfo.InvariantCulture),
                .. Dates(r).Select(LocalDatePattern.Iso.Format)])));
    }

    [Fact]
    public void Rounds_EveryDateWithItsWeekday_IsPrintedSoInTheGuideline()
    {
        var printed = File.ReadAllLines(Data("guideline-labels.txt"));

        IEnumerable<LocalDate> inOrderOfTheGuideline =
        [
            .. R7.Rounds.SelectMany(r => new[] { r.EntryOpens, r.EntryCloses }),
            .. R7.Rounds.SelectMany(r => Later(r, Track.Plain)),
            .. R7.Rounds.SelectMany(r => Later(r, Track.Wage)),
        ];
        Assert.Equal(100, printed.Length);
        Assert.Equal(printed, inOrderOfTheGuideline.Select(JapaneseDate.Full));
    }

    [Fact]
    public void Rounds_EveryDate_IsABusinessDay() =>
        Assert.All(R7.Rounds.SelectMany(Dates), date => Assert.True(R7.Calendar.IsOpen(date)));

    [Fact]
    public void Read_R7_WarnsOnceAboutTheProjectRegistrationOfRoundEight()
    {
        var valid = Assert.IsType<EditionReading.Valid>(EditionReader.Read(ProgrammeFileEdits.R7Text));

        var warning = Assert.Single(valid.Warnings, w => !w.Path.StartsWith("contact", StringComparison.Ordinal));
        Assert.Equal(
            "rounds[7].projectRegistration: Usually 130 days after the company registration, moved forward to a " +
            "business day, 2026-05-07; here it is 2026-05-11.",
            warning.ToString());
    }

    [Fact]
    public void Read_AnotherCompanyRegistration_WarnsAboutBothHabits()
    {
        var edited = ProgrammeFileEdits.OfR7().Set("rounds.value[0].companyRegistration", "\"2025-06-13(金)\"");

        var valid = Assert.IsType<EditionReading.Valid>(EditionReader.Read(edited.Text));

        Assert.Equal(
            ["rounds[0].companyRegistration", "rounds[0].projectRegistration", "rounds[7].projectRegistration"],
            valid.Warnings.Select(w => w.Path).Where(p => !p.StartsWith("contact", StringComparison.Ordinal)));
    }

    [Fact]
    public void Groups_AmountsAndCaps_AddUpToTheCeiling()
    {
        Assert.Equal(
            [("time", GrantUnit.Item, 100_000L, 4L), ("lifeStage", GrantUnit.Item, 100_000, 3),
                ("engagement", GrantUnit.Item, 100_000, 4), ("wage", GrantUnit.Person, 120_000, 10)],
            R7.Groups.Select(g => (g.Id, g.Unit, g.UnitYen, g.MaximumUnits)));
        Assert.Equal(new GrantRules(2_300_000, 2), R7.Grant);
        Assert.Equal(R7.Grant.CeilingYen, R7.Groups.Sum(g => g.CapYen));
    }

    [Fact]
    public void Items_Fifteen_StandInTheGroupsOfTheGuideline()
    {
        Assert.Equal("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮", string.Concat(R7.Items.Select(i => i.Label)));
        Assert.Equal(
            ["time 1-4", "lifeStage 5-7", "engagement 8-14", "wage 15-15"],
            R7.Items.GroupBy(i => R7.GroupOf(i).Id)
                .Select(g => $"{g.Key} {g.Min(i => i.Number)}-{g.Max(i => i.Number)}"));
        Assert.Equal("時間当たり60円以上の賃上げ", R7.FindItem(15)!.Name);
    }

    [Fact]
    public void Values_OutsideTheTables_AreThoseOfTheProgramme()
    {
        Assert.Equal(new ServiceHours(new(9, 0), new(17, 0)), R7.Hours);
        Assert.Equal((300, false), (R7.Entry.MaximumEmployees, R7.Entry.WinnersMayEnterAgain));
        Assert.Equal(
            ["tokyoEmployee", "workRules", "taxes", "labourLaw", "noAntiSocial", "untilClaim"],
            R7.Entry.Conditions.Select(c => c.Id));
        Assert.Equal(new VisitRules(2), R7.Visits);
        Assert.Equal([10, 5, 2], R7.Windows.ReminderBusinessDays);
        Assert.Equal(
            new Tedori.Programme.Editions.Windows(
                7, new(10, 0), 7, 10, R7.Windows.ReminderBusinessDays, new(9, 0), Duration.FromMinutes(2),
                Duration.FromMinutes(30), Duration.FromDays(3)),
            R7.Windows);
        Assert.Equal(("r7", 2025), (R7.Id, R7.FiscalYear));
        Assert.Equal("令和7年度 手取り時間創出・魅力ある職場づくり推進奨励金", R7.Name);
    }

    [Fact]
    public void Filings_LimitsOfTheGuideline_AreElevenHoursAndSixtyYen()
    {
        Assert.Equal((2, 660, 60L, true), (R7.Filings.RestItem, R7.Filings.MinimumRestMinutes,
            R7.Filings.MinimumRaiseYen, R7.Filings.RaiseExceedsRegularStep));
        Assert.Equal(6, R7.Filings.CompanyDocuments.Count);
        Assert.Contains("誓約書", R7.Filings.CompanyDocuments);
    }

    [Fact]
    public void Assumptions_EveryValueTheGuidelineLeavesOpen_IsListedWithItsReason()
    {
        Assert.Equal(
            [
                "O grant.afterGrant 奨励金の請求書兼口座振替依頼書を事務局へ提出してください。内容を確認した後、ご指定の口座に振り込みます。",
                "O entry.maximumEmployees 300", "A entry.winnersMayEnterAgain false",
                "A entry.promotionBusinessDays 0", "A entry.redraws 2",
                .. R7.Entry.Conditions.Select((c, i) => $"O entry.conditions[{i}].text {c.Text}"),
                "A windows.publishAt 10:00",
                "A windows.postalSettlementBusinessDays 7", "A windows.correctionBusinessDays 10",
                "A windows.reminderBusinessDays 10, 5, 2", "A windows.reminderAt 09:00", "A windows.drain PT2M",
                "A windows.beaconDelay PT30M", "A windows.deliveryTimeout P3D", "A windows.mailEventDays 90",
                "O filings.companyDocuments", "O filings.companyDeclarations",
                "O filings.claimDocuments", "O filings.wageDocuments", "O filings.claimDeclarations",
                "O filings.raiseExceedsRegularStep true",
                "O filings.itemDatesInPeriod true", "O visits.required 2", "O reasons", "A phrases", "A documents.prefix 東し企働", "A secondPerson.alone ",
                "A contact", "A letters.appeal", "A letters.review", "A letters.visits", "A openData.smallestCell 5",
                "O closedDays.office 12-29/01-03", "O closedDays.banks 12-31/01-03",
            ],
            R7.Assumptions.Select(a => a.Path.EndsWith("Documents", StringComparison.Ordinal)
                || a.Path.EndsWith("Declarations", StringComparison.Ordinal) || a.Path is "reasons" or "phrases" or "contact"
                || a.Path.StartsWith("letters.", StringComparison.Ordinal)
                ? $"{a.Source} {a.Path}"
                : $"{a.Source} {a.Path} {a.Value}"));
        Assert.All(R7.Assumptions, a => Assert.EndsWith("。", a.Note, StringComparison.Ordinal));
    }

    private static IEnumerable<LocalDate> Dates(Round round) =>
        [round.EntryOpens, round.EntryCloses, .. Later(round, Track.Plain), .. Later(round, Track.Wage).Skip(2)];

    private static IEnumerable<LocalDate> Later(Round round, Track track) =>
    [
        round.CompanyRegistration, round.ProjectRegistration, round.On(track).Implementation, round.On(track).Claim,
    ];

    private static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "Programmes", name);
}
