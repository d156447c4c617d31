using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class EntryServiceSpecs
{
    private readonly TestOffice office = new();

    [Fact]
    public async Task Receive_ManyAtOnce_GivesSerialsWithoutAGap()
    {
        AssertGapless(32, await Task.WhenAll(Enumerable.Range(1, 32).Select(n => office.EnterAsync(n))));
        var entries = await office.RoundRecords.EntriesAsync(TestOffice.First);
        Assert.Equal(32, entries.Count);
        foreach (var (entry, _) in entries)
            Assert.Equal(entry.Form, (await office.CaseAsync(entry.CaseId.Serial)).Entry);
    }

    [Fact]
    public void Receive_ARushInWhichEveryoneMeetsEveryone_TakesAll() => AssertGapless(
        200, LockStep.Run(() => Task.WhenAll(Enumerable.Range(1, 200).Select(n => office.EnterAsync(n)))));

    [Fact]
    public async Task Receive_SameKeyByManyAtOnce_IsOneEntry()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => office.EnterAsync(1)));
        Assert.All(answers, a => Assert.Equal(1, Assert.IsType<EntryAnswer.Received>(a).CaseId.Serial));
        Assert.Single(await office.RoundRecords.EntriesAsync(TestOffice.First));
        Assert.Equal(1, (await office.Cases.ReadAsync(Sample.CaseId))!.Events);
    }

    [Fact]
    public async Task Receive_SameKeyAgain_AnswersWithTheFirstTimeOfReceipt()
    {
        await office.EnterAsync(1);
        office.Clock.Reset(Tokyo.At("2025-05-20T12:00:00"));
        var again = Assert.IsType<EntryAnswer.Received>(await office.EnterAsync(1));
        Assert.Equal((Sample.CaseId, Tokyo.At("2025-05-19T09:00:00")), (again.CaseId, again.ReceivedAt));
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("en", null)]
    [InlineData("en", "ja-easy")]
    public async Task Receive_SameKeyAgainInAnotherLanguage_IsTheSameEntry(string? first, string? second)
    {
        foreach (var language in (string?[])[first, second])
        {
            var answer = await office.Entries.ReceiveAsync(
                TestOffice.First, TestOffice.Form(1) with { Language = language }, office.Clock.GetCurrentInstant(), "key-1");
            Assert.Equal(Sample.CaseId, Assert.IsType<EntryAnswer.Received>(answer).CaseId);
        }
    }

    [Theory]
    [InlineData("2025-05-23T17:00:00")]
    [InlineData("2025-06-10T12:00:00")]
    public async Task Receive_SameKeyAgainAfterTheClose_IsStillTheSameEntry(string later)
    {
        await office.EnterAsync(1);
        office.Clock.Reset(Tokyo.At(later));
        await office.Rounds.AdvanceAsync(TestOffice.First);
        Assert.Equal(Sample.CaseId, Assert.IsType<EntryAnswer.Received>(await office.EnterAsync(1)).CaseId);
        Assert.DoesNotContain(
            office.Records.Keys(RecordSet.Rounds, "r7-01"),
            k => k.StartsWith("attempt-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-05-19T08:59:59.999", "entryNotOpen")]
    [InlineData("2025-05-23T17:00:00", "entryClosed")]
    public async Task Receive_OutsideTheWindow_IsRefusedAndKept(string receivedAt, string code)
    {
        office.Clock.Reset(Tokyo.At(receivedAt));
        var refusal = Assert.IsType<EntryAnswer.Refused>(await office.EnterAsync(1)).Refusal;
        Assert.Equal(code, refusal.Code);
        Assert.EndsWith("。", refusal.Text, StringComparison.Ordinal);
        var key = Assert.Single(office.Records.Keys(RecordSet.Rounds, "r7-01"));
        var row = await office.Records.ReadAsync(RecordSet.Rounds, "r7-01", key);
        Assert.Equal(
            new EntryAttemptRow(Tokyo.At(receivedAt), "key-1", refusal), TedoriJson.Read<EntryAttemptRow>(row!.Body));
    }

    [Theory]
    [InlineData("2025-05-19T09:00:00")]
    [InlineData("2025-05-23T16:59:59.999")]
    public async Task Receive_AtTheEdgesOfTheWindow_IsReceived(string receivedAt)
    {
        office.Clock.Reset(Tokyo.At(receivedAt));
        Assert.IsType<EntryAnswer.Received>(await office.EnterAsync(1));
    }

    [Fact]
    public async Task Receive_ReceivedBeforeTheCloseAndCommittedAfterIt_IsReceived()
    {
        var receivedAt = Tokyo.At("2025-05-23T16:59:59.999");
        office.Clock.Reset(Tokyo.At("2025-05-23T17:00:20"));
        var answer = await office.Entries.ReceiveAsync(TestOffice.First, TestOffice.Form(1), receivedAt, "key");
        Assert.Equal(receivedAt, Assert.IsType<EntryAnswer.Received>(answer).ReceivedAt);
        Assert.Equal(receivedAt, (await office.CaseAsync(1)).EnteredAt);
    }

    [Fact]
    public async Task Receive_WrongCorporateNumber_IsRefused()
    {
        var form = Sample.Form with { CorporateNumber = "1123456789012" };
        var answer = await office.Entries.ReceiveAsync(TestOffice.First, form, office.Now, "key");
        Assert.Equal("corporateNumberWrong", Assert.IsType<EntryAnswer.Refused>(answer).Refusal.Code);
    }

    [Fact]
    public async Task Receive_AfterTheSealing_IsRefusedWithoutASerial()
    {
        await office.EnterAsync(1);
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        var receivedAt = Tokyo.At("2025-05-23T16:59:59.999");
        var answer = await office.Entries.ReceiveAsync(TestOffice.First, TestOffice.Form(2), receivedAt, "key-2");
        Assert.Equal("entryClosed", Assert.IsType<EntryAnswer.Refused>(answer).Refusal.Code);
        Assert.Single(await office.RoundRecords.EntriesAsync(TestOffice.First));
    }

    [Theory]
    [InlineData(1, false, 0)]
    [InlineData(1, true, 1)]
    [InlineData(2, false, 1)]
    [InlineData(2, true, 1)]
    public async Task Receive_RepeatedAfterACrash_IsOneEntryWithItsCase(int commit, bool afterEffect, int listed)
    {
        office.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => office.EnterAsync(1));
        Assert.Equal(listed, (await office.RoundRecords.EntriesAsync(TestOffice.First)).Count);
        var received = Assert.IsType<EntryAnswer.Received>(await office.EnterAsync(1)).CaseId;
        // After a failure of the store its counter may be an older one.
        Assert.Equal(listed == 1 ? 1 : SealedNumberBounds.Block + 1, received.Serial);
        Assert.Single(await office.RoundRecords.EntriesAsync(TestOffice.First));
        Assert.Equal("key-1", (await office.CaseAsync(received.Serial)).EntryKey);
        Assert.Contains($"opened {received}", office.Hints.Given);
    }

    private static void AssertGapless(int count, IEnumerable<EntryAnswer> answers) => Assert.Equal(
        Enumerable.Range(1, count),
        answers.Select(a => Assert.IsType<EntryAnswer.Received>(a).CaseId.Serial).Order());
}
