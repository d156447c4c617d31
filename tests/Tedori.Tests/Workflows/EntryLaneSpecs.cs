using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
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

        // The value itself stands with the notice on the company's page.
        Assert.Contains(
            await SentTextAsync("r7-01-00003.entryReceived.0001"),
            p => p.Contains("受け付けた順番を後から確かめるための値", StringComparison.Ordinal));
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
        // What a process has seen of the numbers is its own: the counter that the other moved is news to it, no relapse.
        var own = new TestOffice(add: services => services.AddSingleton(GoesOn));
        var other = new EntryService(
            own.Records, new(own.Records, GoesOn(own.Get<INumberBounds>())), new(Sample.R7), own.Get<EntryWindows>(),
            own.Cases, own.Selected, own.Clock);
        var answers = await Task.WhenAll(Enumerable.Range(1, 60).Select(n => n % 2 == 0
            ? own.EnterAsync(n)
            : other.ReceiveAsync(TestOffice.First, TestOffice.Form(n), own.Now, $"key-{n}")));
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
    public async Task Earlier_OfASecondEntry_IsTheFirstByAnyStrongKey()
    {
        await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form, office.Now, "first");
        Assert.Equal([Sample.CaseId], await EarlierAsync(Sample.Form with { CompanyName = "別名", Address = "東京都" }));
        var proprietor = Sample.Form with { CorporateNumber = null, CompanyName = "㈱見本" };
        Assert.Equal([Sample.CaseId], await EarlierAsync(proprietor with { Phone = "03-9999-9999" }));
        Assert.Equal([Sample.CaseId], await EarlierAsync(proprietor with { Address = "東京都港区芝9-9-9" }));
        Assert.Empty(await EarlierAsync(TestOffice.Form(9)));
        Assert.Empty(await office.Entries.EarlierAsync(TestOffice.First with { Number = 2 }, Sample.Form));
    }

    [Fact]
    public async Task Earlier_OfACompanyWithANumberOfItsOwn_IsNobody()
    {
        await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form, office.Now, "first");
        var other = Sample.Form with { CorporateNumber = "4011001098993" };
        Assert.Empty(await EarlierAsync(other));
        await office.Entries.ReceiveAsync(TestOffice.First, other, office.Now, "second");
        Assert.Null((await office.CaseAsync(1)).Shared);
        Assert.Null((await office.CaseAsync(2)).Shared);
    }

    [Fact]
    public async Task Earlier_OfAThirdEntry_IsStillTheFirst()
    {
        await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form, office.Now, "first");
        Assert.IsType<EntryAnswer.Received>(
            await office.Entries.ReceiveAsync(TestOffice.First, Sample.Form, office.Now, "second"));
        Assert.Equal([Sample.CaseId], await EarlierAsync(Sample.Form));
    }

    [Fact]
    public async Task Receive_SecondEntryOfACompany_TellsBothOnceAndNobodyTheOthersNumber()
    {
        foreach (var n in new[] { 1, 2, 3 })
            await office.Entries.ReceiveAsync(
                TestOffice.First, Sample.Form with { Email = $"{n}@example.jp" }, office.Now, $"key-{n}");
        var events = (await office.Cases.ReadAsync(Sample.CaseId))!.Events;
        Assert.Equal(2, events);
        var first = await SentTextAsync("r7-01-00001.entryShared.0002");
        var second = await SentTextAsync("r7-01-00002.entryReceived.0001");
        Assert.Contains(first, p => p.Contains("同じ企業", StringComparison.Ordinal));
        Assert.Contains(second, p => p.Contains("同じ企業", StringComparison.Ordinal));
        Assert.DoesNotContain(first, p => p.Contains("r7-01-0000", StringComparison.Ordinal));
        Assert.DoesNotContain(second, p => p.Contains("r7-01-00001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Receive_OtherContentUnderAKey_IsRefusedAndTheFirstStands()
    {
        var first = Assert.IsType<EntryAnswer.Received>(await SendAsync(Sample.Form));
        Assert.Equal(first, await SendAsync(Sample.Form));
        var other = Assert.IsType<EntryAnswer.Refused>(await SendAsync(Sample.Form with { CompanyName = "別の会社" }));
        Assert.Equal("keyUsed", other.Refusal.Code);
        Assert.Equal(1, await office.RoundRecords.LastSerialAsync(TestOffice.First));
    }

    [Fact]
    public void Receive_OtherContentUnderAKeyInTheSameCommit_IsRefused()
    {
        var answers = LockStep.Run(() => Task.WhenAll(
            SendAsync(Sample.Form), SendAsync(Sample.Form), SendAsync(Sample.Form with { Employees = 26 })));
        Assert.Equal([true, true, false], answers.Select(a => a is EntryAnswer.Received));
    }

    [Fact]
    public async Task Receive_OtherContentUnderAKeyAfterTheClose_IsRefusedToo()
    {
        await SendAsync(Sample.Form);
        office.Clock.Reset(Tokyo.At("2025-05-23T17:00:01"));
        Assert.IsType<EntryAnswer.Received>(await SendAsync(Sample.Form));
        var other = Assert.IsType<EntryAnswer.Refused>(await SendAsync(Sample.Form with { Employees = 26 }));
        Assert.Equal("keyUsed", other.Refusal.Code);
    }

    private static ReceiptNumbers GoesOn(IServiceProvider services) => GoesOn(services.GetRequiredService<INumberBounds>());

    private static ReceiptNumbers GoesOn(INumberBounds bounds) => new(bounds) { GoesOnAtStart = true };

    private Task<EntryAnswer> SendAsync(EntryForm form) =>
        office.Entries.ReceiveAsync(TestOffice.First, form, office.Now, "key");

    private Task<IReadOnlyList<CaseId>> EarlierAsync(EntryForm form) =>
        office.Entries.EarlierAsync(TestOffice.First, form);

    private async Task<IReadOnlyList<string>> SentTextAsync(string notice)
    {
        await office.Notices.SendAsync(NoticeId.Parse(notice));
        var row = await office.Records.ReadAsync(RecordSet.Cases, notice[..11], $"sent-{notice}");
        return Programme.Serialization.TedoriJson.Read<SentNotice>(
            row!.Body).Notice.Lines();
    }
}
