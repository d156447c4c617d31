using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Notices;

public sealed class NoticeJobsSpecs
{
    private readonly ActingOffice office = new();

    [Fact]
    public async Task Repetition_OfOne_IsANewNoticeThatCitesTheFirst()
    {
        await office.WithWinnersAsync(1);

        await StartAsync("j1", 1);

        var repeated = Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.NoticeRepeated>());
        Assert.Equal(Won(1), repeated.Original);
        var notices = await office.Repetition.OfCaseAsync(Won(1).CaseId);
        Assert.Contains(notices, n => n.Notice.Id == Won(1));
        Assert.StartsWith("(再送)", notices[^1].Notice.Subject, StringComparison.Ordinal);
        Assert.EndsWith("(r7-01-00001)", notices[^1].Notice.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repetition_ToAnotherAddressByOnePerson_IsRefusedAndVoidsNothing()
    {
        await office.WithWinnersAsync(1);
        var generation = await office.Office.Access.GenerationAsync(Won(1).CaseId);

        Assert.Equal("addressNotConfirmed", (await AskAsync("j1", 1, to: "new@example.jp", revoke: true)).Refusal?.Code);

        Assert.Empty((await office.EventsAsync(1)).OfType<CaseEvent.NoticeRepeated>());
        Assert.Equal(generation, await office.Office.Access.GenerationAsync(Won(1).CaseId));
    }

    [Fact]
    public async Task Repetition_ToAnotherAddressWithoutASecondPerson_IsRefusedByTheServiceToo()
    {
        await office.WithWinnersAsync(1);
        var generation = await office.Office.Access.GenerationAsync(Won(1).CaseId);

        var refusal = await office.Repetition.RepeatAsync(
            "k1", Won(1), "new@example.jp", "転居のため", revoke: true, ActingOffice.Ito, Sample.Alone);

        Assert.Equal("addressNotConfirmed", refusal?.Code);
        Assert.Equal(generation, await office.Office.Access.GenerationAsync(Won(1).CaseId));
    }

    [Fact]
    public async Task Repetition_ToTheCompanysOwnAddress_NeedsNobodyElse()
    {
        await office.WithWinnersAsync(1);

        Assert.Null((await StartAsync("j1", 1, to: (await office.Office.CaseAsync(1)).Entry.Email)).Refusal);

        Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.NoticeRepeated>());
    }

    [Fact]
    public async Task Repetition_ToACorrectedAddressThatTwoApproved_GoesThereAndNotToTheCase()
    {
        await office.WithWinnersAsync(1);

        await office.DecideAsync(new ProposedAction.RepeatNotice(Won(1), "new@example.jp", "転居のため", KeepsLinks: true));

        Assert.Equal("new@example.jp", (await office.Repetition.OfCaseAsync(Won(1).CaseId))[^1].Notice.To);
        Assert.NotEqual("new@example.jp", (await office.Office.CaseAsync(1)).Entry.Email);
    }

    [Fact]
    public async Task Job_OfFiftyInterrupted_GoesOnAndSendsEachOnce()
    {
        await office.WithWinnersAsync(50);
        await AskAsync("j1", 50);
        office.Office.Records.FailCommit(60, afterEffect: true);
        await Assert.ThrowsAsync<IOException>(() => ActingOffice.RunAsync(office.Jobs, "j1"));
        Assert.False((await office.Jobs.FindAsync("j1"))?.Done);
        Assert.Equal(["notices-j1"], await UnfinishedAsync());

        await ActingOffice.RunAsync(office.Jobs, "j1");

        Assert.True((await office.Jobs.FindAsync("j1"))?.Done);
        Assert.Equal(50, (await office.Jobs.VerdictsAsync("j1")).Count(v => v.Refusal is null));
        for (var serial = 1; serial <= 50; serial++)
            Assert.Single((await office.EventsAsync(serial)).OfType<CaseEvent.NoticeRepeated>());
        Assert.Empty(await UnfinishedAsync());
    }

    [Fact]
    public async Task Job_Started_IsHintedAtAndSendsNothingYet()
    {
        await office.WithWinnersAsync(2);

        Assert.Null((await AskAsync("j1", 2)).Refusal);

        Assert.Equal("bulk notices-j1", office.Office.Hints.Given[^1]);
        Assert.Empty(await office.Jobs.VerdictsAsync("j1"));
        Assert.Empty((await office.EventsAsync(1)).OfType<CaseEvent.NoticeRepeated>());
    }

    [Fact]
    public async Task Job_StartedTwiceWithOneKey_SendsOnce()
    {
        await office.WithWinnersAsync(1);
        await StartAsync("j1", 1);
        await StartAsync("j1", 1);

        Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.NoticeRepeated>());
    }

    [Fact]
    public async Task Job_OfOtherContentUnderTheSameKey_IsRefusedAndSendsNothingOfIt()
    {
        await office.WithWinnersAsync(2);
        var job = Job("j1", [Won(1)], null, revoke: false);
        Assert.Null((await office.Jobs.StartAsync(job)).Refusal);
        NoticeJob[] others =
        [
            job with { Originals = [Won(2)] }, job with { Originals = [Won(1), Won(2)] }, job with { Reason = "別の理由" },
            job with { To = (await office.Office.CaseAsync(1)).Entry.Email }, job with { Revoke = true },
            job with { By = "endo", Name = "遠藤" },
        ];

        foreach (var other in others)
            Assert.Equal("keyUsed", (await office.Jobs.StartAsync(other)).Refusal?.Code);
        await ActingOffice.RunAsync(office.Jobs, "j1");
        var again = job with { StartedAt = office.Office.Now + Duration.FromMinutes(1) };
        Assert.Null((await office.Jobs.StartAsync(again)).Refusal);

        Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.NoticeRepeated>());
        Assert.Empty((await office.EventsAsync(2)).OfType<CaseEvent.NoticeRepeated>());
    }

    [Fact]
    public async Task Job_OfSeveralThatVoidsLinks_IsRefusedBecauseItNeedsASecondPerson()
    {
        await office.WithWinnersAsync(2);

        Assert.Equal("secondPersonMissing", (await StartAsync("j1", 2, revoke: true)).Refusal?.Code);
        Assert.Empty((await office.EventsAsync(1)).OfType<CaseEvent.NoticeRepeated>());
    }

    [Fact]
    public async Task Proposal_ThatVoidsLinksOfSeveral_SendsNewOnesOnApproval()
    {
        await office.WithWinnersAsync(2);

        var verdicts = await office.DecideAsync(
            new ProposedAction.RepeatNotice(Won(1), null, "誤送信のため"),
            new ProposedAction.RepeatNotice(Won(2), null, "誤送信のため"));

        Assert.All(verdicts, v => Assert.Null(v.Refusal));
        Assert.Equal((2, 2), (await office.Office.Access.GenerationAsync(Won(1).CaseId),
            await office.Office.Access.GenerationAsync(Won(2).CaseId)));
        Assert.Single((await office.EventsAsync(2)).OfType<CaseEvent.NoticeRepeated>());
    }

    [Fact]
    public async Task Job_WithANoticeThatIsNot_HasItsVerdict()
    {
        await office.WithWinnersAsync(1);
        var missing = NoticeId.Parse("r7-01-00001.lapsed.0009");

        await office.Jobs.StartAsync(Job("j1", [missing, Won(1)], null, false));
        await ActingOffice.RunAsync(office.Jobs, "j1");

        var verdicts = await office.Jobs.VerdictsAsync("j1");
        Assert.Equal("noSuchNotice", verdicts.Single(v => v.Original == missing).Refusal?.Code);
        Assert.Null(verdicts.Single(v => v.Original == Won(1)).Refusal);
    }

    private static NoticeId Won(int serial) => new(new(TestOffice.First, serial), NoticeKind.ResultWon, 2);

    private async Task<(NoticeJob? Job, Refusal? Refusal)> StartAsync(
        string id, int count, string? to = null, bool revoke = false)
    {
        var answer = await AskAsync(id, count, to, revoke);
        await ActingOffice.RunAsync(office.Jobs, id);
        return answer;
    }

    private async Task<IReadOnlyList<string>> UnfinishedAsync()
    {
        var found = new List<string>();
        await foreach (var (bulk, _) in office.Jobs.UnfinishedAsync())
            found.Add(bulk.ToString());
        return found;
    }

    private Task<(NoticeJob? Job, Refusal? Refusal)> AskAsync(
        string id, int count, string? to = null, bool revoke = false) =>
        office.Jobs.StartAsync(Job(id, [.. Enumerable.Range(1, count).Select(Won)], to, revoke));

    private NoticeJob Job(string id, IReadOnlyList<NoticeId> originals, string? to, bool revoke) =>
        new(id, originals, to, "届かないとの連絡", "ito", "伊藤", office.Office.Now, revoke);
}
