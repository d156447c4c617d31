using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

public sealed class EntryLaneSpecs
{
    private readonly TestOffice office = new();

    [Fact]
    public async Task Receive_EachEntry_IsToldTheDigestOfItsPosition()
    {
        var previous = EntryChain.Start;
        for (var n = 1; n <= 3; n++)
        {
            var received = Assert.IsType<EntryAnswer.Received>(await office.EnterAsync(n));
            Assert.Equal(
                EntryChain.Next(previous, received.CaseId, received.ReceivedAt, TestOffice.Form(n), $"key-{n}"),
                received.Digest);
            previous = received.Digest!;
        }

        Assert.Contains(
            await SentTextAsync("r7-01-00003.entryReceived.0001"), p => p.Contains(previous, StringComparison.Ordinal));
    }

    [Fact]
    public void Receive_ManyAtOnce_ShareCommits()
    {
        LockStep.Run(() => Task.WhenAll(Enumerable.Range(1, 200).Select(n => office.EnterAsync(n))));
        Assert.InRange(office.Log.Count(l => l == "commit Rounds r7-01"), 1, 20);
        Assert.Equal(200, office.Records.Keys(RecordSet.Rounds, "r7-01")
            .Count(k => k.StartsWith("entry-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Receive_FromTwoProcesses_LosesAndDoublesNothing()
    {
        var other = new EntryService(office.Records, new(office.Records), new(Sample.R7), office.Cases, office.Clock);
        var answers = await Task.WhenAll(Enumerable.Range(1, 60).Select(n => n % 2 == 0
            ? office.EnterAsync(n)
            : other.ReceiveAsync(TestOffice.First, TestOffice.Form(n), office.Now, $"key-{n}")));
        Assert.Equal(
            Enumerable.Range(1, 60), answers.Select(a => Assert.IsType<EntryAnswer.Received>(a).CaseId.Serial).Order());
    }

    [Fact]
    public async Task Receive_SharedCommitThatFails_FailsAllOfItAndLeavesTheLaneFree()
    {
        office.Records.FailCommit(1, afterEffect: false);
        await Assert.ThrowsAsync<IOException>(() => office.EnterAsync(1));
        Assert.IsType<EntryAnswer.Received>(await office.EnterAsync(2));
    }

    [Fact]
    public async Task Earlier_OfASecondEntry_IsTheFirstByNumberOrByPlace()
    {
        await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form, office.Now, "first");
        Assert.Equal(
            Sample.CaseId, await office.Entries.EarlierAsync(TestOffice.First, Sample.Form with { Address = "東京都" }));
        var proprietor = Sample.Form with { CorporateNumber = null, CompanyName = "㈱見本" };
        Assert.Equal(Sample.CaseId, await office.Entries.EarlierAsync(TestOffice.First, proprietor));
        Assert.Null(await office.Entries.EarlierAsync(TestOffice.First, TestOffice.Form(9)));
        Assert.Null(await office.Entries.EarlierAsync(TestOffice.First with { Number = 2 }, Sample.Form));
    }

    [Fact]
    public async Task Earlier_OfAThirdEntry_IsStillTheFirst()
    {
        await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form, office.Now, "first");
        Assert.IsType<EntryAnswer.Received>(
            await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form, office.Now, "second"));
        Assert.Equal(Sample.CaseId, await office.Entries.EarlierAsync(TestOffice.First, Sample.Form));
    }

    private async Task<IReadOnlyList<string>> SentTextAsync(string notice)
    {
        await office.Notices.SendAsync(NoticeId.Parse(notice));
        var row = await office.Records.ReadAsync(RecordSet.Cases, notice[..11], $"sent-{notice}");
        return Programme.Serialization.TedoriJson.Read<SentNotice>(
            row!.Body).Notice.Paragraphs;
    }
}
