using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Text;
using Tedori.Testing.Cases;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Records;

/// <summary>
/// The names of rows are storage format: what stands on a disk or in a table is found under them for good.
/// </summary>
public sealed class RowNameTests
{
    private const string Digest = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    private static readonly CaseId Case = CaseId.Parse("r7-01-00042");
    private static readonly NoticeId Notice = NoticeId.Parse("r7-01-00042.entryReceived.0001");
    private static readonly Instant At = Instant.FromUtc(2025, 6, 10, 2, 3, 4) + Duration.FromNanoseconds(5);
    private static readonly LocalDate Day = new(2025, 6, 10);

    public static TheoryData<string, string> Keys => new()
    {
        { Name(CaseRows.Snapshot(Case)), "Cases r7-01-00042 snapshot" },
        { Name(CaseRows.Access(Case)), "Cases r7-01-00042 access" },
        { Name(CaseRows.Language(Case)), "Cases r7-01-00042 language" },
        { Name(CaseRows.Event(Case, 7)), "Cases r7-01-00042 event-0007" },
        { Name(CaseRows.Attempt(Case, At, "foo")), $"Cases r7-01-00042 attempt-20250610T020304.000000005-{Digest}" },
        { Name(CaseRows.Pending(Notice)), "Cases r7-01-00042 outbox-r7-01-00042.entryReceived.0001" },
        { Name(CaseRows.Ledger(Notice)), "Cases r7-01-00042 sent-r7-01-00042.entryReceived.0001" },
        { Name(DirectoryRows.Assignment(Case)), "Cases r7-01-00042 assignment" },
        { Name(DirectoryRows.Listing(Case)), "Office directory-r7-01 r7-01-00042" },
        { Name(EvidenceRows.Manifest(Case)), "Cases r7-01-00042 evidence" },
        { Name(EvidenceRows.Upload(Case, 3)), "Cases r7-01-00042 upload-0003" },
        { Name(EvidenceRows.Verdict(Case, Digest)), $"Cases r7-01-00042 verdict-{Digest}" },
        {
            Name(CaseFileRows.Note(Case, new(At, "u", "担当", "覚書"))),
            "Cases r7-01-00042 note-20250610T020304.000000005-3806a7011a1ff470"
        },
        {
            Name(CaseFileRows.Tick(Case, new("entry", true, At, "u", "担当"))),
            "Cases r7-01-00042 tick-20250610T020304.000000005-9afbd1696bf08d86"
        },
        { Name(RoundRows.State(Case.Round)), "Rounds r7-01 state" },
        { Name(RoundRows.Counter(Case.Round)), "Rounds r7-01 counter" },
        { Name(RoundRows.Entry(Case)), "Rounds r7-01 entry-00042" },
        { Name(RoundRows.Request(Case.Round, "foo")), $"Rounds r7-01 key-{Digest}" },
        { Name(RoundRows.Attempt(Case.Round, "foo")), $"Rounds r7-01 attempt-{Digest}" },
        { Name(RoundRows.Secret(Case.Round)), "Rounds r7-01 secret" },
        { Name(RoundRows.Page(RoundRows.ListOf(Case.Round), 2)), "Rounds r7-01 list-0002" },
        { Name(RoundRows.Page(RoundRows.ResultsOf(Case.Round, 1), 2)), "Rounds r7-01 result-0002" },
        { Name(RoundRows.Page(RoundRows.ResultsOf(Case.Round, 2), 2)), "Rounds r7-01 result02-0002" },
        { Name(RoundRows.Near(Case.Round, 2)), "Rounds r7-01 near-0002" },
        { Name(RoundRows.Draw(Case.Round, 1)), "Rounds r7-01 draw-01" },
        { Name(RoundRows.Witnessed(Case.Round, 1)), "Rounds r7-01 witnessed-01" },
        { Name(RoundRows.Thrown(Case.Round, 1)), "Rounds r7-01 thrown-01" },
        { Name(PlaceRows.Ledger("r7")), "Office places-r7 ledger" },
        { Name(PlaceRows.Posting("r7", 1, 12)), "Office places-r7 posting-01-000012" },
        { Name(AnchorRows.Head), "Office anchors head" },
        { Name(AnchorRows.Of(Day)), "Office anchors 2025-06-10" },
        { Name(AnchorRows.Page(Day, Case.Round, 3)), "Office anchor-2025-06-10 r7-01-0003" },
    };

    public static TheoryData<string, string> Ranges => new()
    {
        { Name(CaseRows.EventsOf(Case)), "Cases r7-01-00042 event- event-\uffff" },
        { Name(CaseRows.EventsOf(Case, 7)), "Cases r7-01-00042 event-0001 event-0008" },
        { Name(CaseRows.AttemptsOf(Case)), "Cases r7-01-00042 attempt- attempt-\uffff" },
        {
            Name(CaseRows.AttemptsOf(Case, At)),
            "Cases r7-01-00042 attempt-20250610T020304.000000005- attempt-20250610T020304.000000005-\uffff"
        },
        { Name(CaseRows.OutboxOf(Case)), "Cases r7-01-00042 outbox- outbox-\uffff" },
        { Name(CaseRows.SentOf(Case)), "Cases r7-01-00042 sent- sent-\uffff" },
        {
            Name(CaseRows.SentOf(Case, NoticeKind.LinkSentAgain)),
            "Cases r7-01-00042 sent-r7-01-00042.linkSentAgain. sent-r7-01-00042.linkSentAgain.\uffff"
        },
        { Name(DirectoryRows.ListingsOf(Case.Round)), "Office directory-r7-01  " },
        { Name(EvidenceRows.UploadsOf(Case)), "Cases r7-01-00042 upload- upload-\uffff" },
        { Name(EvidenceRows.VerdictsOf(Case)), "Cases r7-01-00042 verdict- verdict-\uffff" },
        { Name(CaseFileRows.NotesOf(Case)), "Cases r7-01-00042 note- note-\uffff" },
        { Name(CaseFileRows.TicksOf(Case)), "Cases r7-01-00042 tick- tick-\uffff" },
        { Name(RoundRows.EntriesOf(Case.Round)), "Rounds r7-01 entry- entry-\uffff" },
        { Name(RoundRows.EntriesOf(Case.Round, 9, 2)), "Rounds r7-01 entry-00009 entry-00011" },
        { Name(RoundRows.NearOf(Case.Round)), "Rounds r7-01 near- near-\uffff" },
        { Name(RoundRows.DrawsOf(Case.Round)), "Rounds r7-01 draw- draw-\uffff" },
        { Name(PlaceRows.PostingsOf(Case.Round)), "Office places-r7 posting-01- posting-01-\uffff" },
        { Name(AnchorRows.All), "Office anchors  head" },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void Key_OfEachRow_IsTheOneThatIsStored(string name, string stored) => Assert.Equal(stored, name);

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Range_OfRows_IsTheOneThatIsStored(string name, string stored) => Assert.Equal(stored, name);

    [Theory]
    [InlineData(1, "entry-00001")]
    [InlineData(99_999, "entry-99999")]
    [InlineData(100_000, "entry-~0100000")]
    [InlineData(1_000_000, "entry-~1000000")]
    public void Entry_OfAnySerial_IsStoredSo(int serial, string key) =>
        Assert.Equal(key, RoundRows.Entry(new(Case.Round, serial)).Key);

    [Fact]
    public void Entries_OfAMillion_LieInTheOrderOfTheirSerials()
    {
        var keys = Enumerable.Range(1, 1_000_000).Select(n => RoundRows.Entry(new(Case.Round, n)).Key).ToList();
        Assert.Equal(keys, keys.Order(StringComparer.Ordinal));
        var range = RoundRows.EntriesOf(Case.Round, 99_990, 30);
        Assert.Equal(Enumerable.Range(99_990, 30), Enumerable.Range(1, 1_000_000).Where(n => range.Holds(keys[n - 1])));
        Assert.All(keys, key => Assert.True(RoundRows.EntriesOf(Case.Round).Holds(key)));
    }

    [Fact]
    public void Companies_OfAnEntry_AreFoundByNumberAndPlace() => Assert.All(
        RoundRows.CompaniesOf(Case.Round, CompanyKeys.Of(Sample.Form, CompanyReading.Default)),
        key => Assert.StartsWith("Rounds r7-01 company-", Name(key), StringComparison.Ordinal));

    private static string Name<T>(RowKey<T> key) => $"{key.Partition.Set} {key.Partition.Name} {key.Key}";

    private static string Name<T>(RowRange<T> range) =>
        $"{range.Partition.Set} {range.Partition.Name} {range.From} {range.Before}";
}
