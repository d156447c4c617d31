using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Workflows;

/// <summary>Entries of one company are one lot, whoever came first.</summary>
public sealed class SharedLotSpecs
{
    private const string Impostor = "impostor@example.jp";
    private readonly TestOffice office = new();

    [Fact]
    public async Task Draw_SixWritingsOfOneProprietor_HaveOnePlace()
    {
        var sole = Sample.Form with { CorporateNumber = null };
        string[] addresses = ["1-2-3", "1−2−3", "1‐2‐3", "1ー2ー3", "一丁目2番3号", "１－２－３"];
        await office.Rounds.AdvanceAsync(TestOffice.First);
        foreach (var address in addresses)
            await EnterAsync(sole with { Address = "東京都千代田区飯田橋" + address, Phone = $"03-1234-{address.Length:0000}" });
        await DrawAsync();
        var state = await office.StateAsync();
        Assert.Equal((6, 1, 5), (state.Entries, state.Won, state.Excluded[Exclusion.Joined]));
    }

    [Fact]
    public async Task Impostor_FirstByAnHour_DoesNotPutTheCompanyOut()
    {
        await WinAsync(Impostor, Sample.Form.Email);
        Assert.All(await StatesAsync(2), s => Assert.Equal((Step.AwaitingDraw, true), (s.Step, s.HeldSince is not null)));
        Assert.Contains(LotSettlement.TaskKind, await office.TaskKindsAsync());
        Assert.Equal(RoundPhase.Published, (await office.StateAsync()).Phase);

        Assert.Null(await SettleAsync(answers: 2));
        var states = await StatesAsync(2);
        Assert.Equal(Outcome.Excluded, states[0].Outcome);
        Assert.Equal(Step.CompanyRegistration, states[1].Step);
        Assert.Null(await SettleAsync(answers: 2));
        Assert.Equal("alreadySettled", (await SettleAsync(answers: 1, key: "another"))?.Code);
    }

    [Fact]
    public async Task Settle_WhileOthersAreTold_DelaysNobodyElse()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await EnterAsync(Sample.Form with { Email = Impostor });
        await EnterAsync(Sample.Form);
        await EnterAsync(TestOffice.Form(7));
        await DrawAsync();
        await PublishAsync();
        Assert.Equal(Step.CompanyRegistration, (await office.CaseAsync(3)).Step);
        Assert.Equal(Step.AwaitingDraw, (await office.CaseAsync(1)).Step);
    }

    [Fact]
    public async Task Settle_LongAfterTheResult_TakesNoDayOfTheCompany()
    {
        await WinAsync(Impostor, Sample.Form.Email);
        office.Clock.Reset(Tokyo.At("2025-06-30T10:00:00"));
        Assert.Null(await SettleAsync(answers: 2));
        var state = await office.CaseAsync(2);
        Assert.Equal(Tokyo.Day("2025-07-09"), CaseSchedule.DateOf(Sample.R7, state, Step.CompanyRegistration));
    }

    [Fact]
    public async Task Settle_BeforeTheRelease_IsToldWithAllOthers()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await EnterAsync(Sample.Form with { Email = Impostor });
        await EnterAsync(Sample.Form);
        await DrawAsync();
        Assert.Contains(LotSettlement.TaskKind, await office.TaskKindsAsync());
        Assert.Null(await SettleAsync(answers: 2));
        Assert.Equal(Step.AwaitingDraw, (await office.CaseAsync(2)).Step);
        await PublishAsync();
        Assert.Equal(
            (Outcome.Excluded, Step.CompanyRegistration),
            ((await office.CaseAsync(1)).Outcome, (await office.CaseAsync(2)).Step));
        Assert.Null((await office.CaseAsync(2)).HeldSince);
    }

    [Fact]
    public async Task Win_WithOneMailAddress_GoesOnAtOnceInTheFirst()
    {
        await WinAsync(Sample.Form.Email, Sample.Form.Email.ToUpperInvariant());
        var states = await StatesAsync(2);
        Assert.Equal((Step.CompanyRegistration, Outcome.Excluded), (states[0].Step, states[1].Outcome));
        Assert.DoesNotContain(LotSettlement.TaskKind, await office.TaskKindsAsync());
    }

    [Fact]
    public async Task Lose_Together_IsToldToEach()
    {
        var few = Sample.R7 with { Rounds = [.. Sample.R7.Rounds.Select(r => r with { Places = 0 })] };
        var small = new TestOffice(edition: few);
        await small.Rounds.AdvanceAsync(TestOffice.First);
        foreach (var email in new[] { Impostor, Sample.Form.Email })
            await small.Entries.ReceiveAsync(TestOffice.First, Sample.Form with { Email = email }, small.Now, email);
        foreach (var at in new[] { "2025-05-23T17:02:00", "2025-05-23T17:32:00", "2025-06-03T10:00:00" })
            await small.AdvanceAtAsync(at);
        await small.PublishAsync();
        foreach (var serial in new[] { 1, 2 })
            Assert.Equal((Outcome.Lost, true), ((await small.CaseAsync(serial)).Outcome, (await small.CaseAsync(serial)).Shared));
    }

    [Fact]
    public async Task Places_OfALotThatWaits_AreHeldWhoeverOfItLeaves()
    {
        await WinAsync(Impostor, Sample.Form.Email);
        await office.Cases.HandleAsync(new(TestOffice.First, 1), new CaseCommand.Decline(office.Now, "都合"));
        await office.Places.SettleAsync(TestOffice.First);
        Assert.Equal(1, (await office.Places.StatementAsync(TestOffice.First)).Held);
        Assert.Null(await SettleAsync(answers: 2));
        await office.Places.SettleAsync(TestOffice.First);
        Assert.Equal(1, (await office.Places.StatementAsync(TestOffice.First)).Held);
    }

    [Fact]
    public async Task Promote_NextLotThatIsDisputed_WaitsForTheTwoPeopleAndIsNotPassedBy()
    {
        var few = Sample.Promoting with { Rounds = [.. Sample.R7.Rounds.Select(r => r with { Places = 1 })] };
        var small = new TestOffice(edition: few);
        await small.Rounds.AdvanceAsync(TestOffice.First);
        var forms = new[] { Sample.Form, Sample.Form with { Email = Impostor }, TestOffice.Form(7) };
        foreach (var (form, n) in forms.Select((f, n) => (f, n)))
            await small.Entries.ReceiveAsync(TestOffice.First, form, small.Now, $"key-{n}");
        foreach (var at in new[] { "2025-05-23T17:02:00", "2025-05-23T17:32:00", "2025-06-03T10:00:00" })
            await small.AdvanceAtAsync(at);
        await small.PublishAsync();
        var first = (await small.RoundRecords.ResultsAsync(TestOffice.First))[0];
        Assert.Equal((true, null), (first.Won, first.Shared));
        await small.Cases.HandleAsync(first.CaseId, new CaseCommand.Decline(small.Now, "都合"));

        var decision = new PromotionDecision(Sample.Two, small.Now);
        Assert.Equal(
            "lotNotSettled", (await small.Promotion.PromoteAsync(TestOffice.First, decision, 10)).Refusal?.Code);
        var lot = (await small.RoundRecords.ResultsAsync(TestOffice.First)).First(r => r.Shared is not null).Shared!;
        Assert.Null(await SettleAsync(small, lot.Number, 2));
        Assert.Equal([new(TestOffice.First, 2)],
            (await small.Promotion.PromoteAsync(TestOffice.First, decision, 10)).Promoted);
    }

    [Fact]
    public async Task Winner_ByNumber_IsKnownAgainAsAProprietor()
    {
        await WinAsync(Sample.Form.Email);
        var second = RoundId.Parse("r7-02");
        await office.AdvanceAtAsync("2025-06-16T09:00:00", second);
        var sole = Sample.Form with { CorporateNumber = null, Phone = "03-9999-9999" };
        Assert.True(await office.Entries.WonBeforeAsync(second, sole));
        Assert.False(await office.Entries.WonBeforeAsync(second, TestOffice.Form(5)));
        await office.Entries.ReceiveAsync(second, sole, office.Now, "second");
        await office.AdvanceAtAsync("2025-06-20T17:02:00", second);
        Assert.Equal(1, (await office.StateAsync(second)).Excluded[Exclusion.AlreadySelected]);
    }

    [Fact]
    public async Task Proof_OfEachEntryOfALot_HoldsAndTheFileToo()
    {
        await WinAsync(Impostor, Sample.Form.Email);
        Assert.Empty(DrawVerifier.Check((await office.Archive.FileAsync(TestOffice.First))!));
        foreach (var serial in new[] { 1, 2 })
        {
            var proof = (await office.Archive.ProofAsync(new(TestOffice.First, serial)))!;
            Assert.Empty(ProofVerifier.Check(proof));
            Assert.Equal((serial, 1, true), (proof.CaseId.Serial, proof.Number, proof.Result!.Won));
        }
    }

    [Fact]
    public async Task Join_ByTwoPeopleBeforeTheSealing_IsOneLot()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterManyAsync(3);
        Assert.Null(await JoinAsync(1, 3));
        await DrawAsync();
        Assert.Equal(1, (await office.StateAsync()).Excluded[Exclusion.Joined]);
        Assert.Equal("listSealed", (await JoinAsync(1, 2))?.Code);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    public async Task Entry_WithTheNumberOfOneCompanyAndTheNameOfAnother_JoinsBothUnlessTwoPeopleFindItApart(
        int? apartFrom, int lots)
    {
        var sole = TestOffice.Form(7);
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await EnterAsync(Sample.Form);
        await EnterAsync(sole with { CorporateNumber = Sample.Form.CorporateNumber, Email = Impostor });
        await EnterAsync(sole);
        if (apartFrom is { } other)
            Assert.Null(await JoinAsync(Math.Min(2, other), Math.Max(2, other), joined: false));
        await DrawAsync();

        Assert.Equal(lots, (await office.StateAsync()).Won);
    }

    private Task<Refusal?> JoinAsync(int first, int second, bool joined = true) => office.Get<EntryJoins>().DecideAsync(new(
        new(TestOffice.First, first), new(TestOffice.First, second), joined, office.Now, "同じ代表者", "伊藤", "遠藤"));

    private static Task<Refusal?> SettleAsync(TestOffice at, int lot, int answers) => at.Get<LotSettlement>().SettleAsync(
        TestOffice.First, lot, new(TestOffice.First, answers),
        new(lot, new(TestOffice.First, answers), at.Now, "電話で確認", "伊藤", "遠藤", "p1"));

    private Task<Refusal?> SettleAsync(int answers, string key = "p1") => office.Get<LotSettlement>().SettleAsync(
        TestOffice.First, 1, new(TestOffice.First, answers),
        new(1, new(TestOffice.First, answers), office.Now, "電話で確認", "伊藤", "遠藤", key));

    private async Task WinAsync(params string[] emails)
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        foreach (var email in emails)
            await EnterAsync(Sample.Form with { Email = email });
        await DrawAsync();
        await PublishAsync();
    }

    private async Task EnterAsync(EntryForm form) => Assert.IsType<EntryAnswer.Received>(
        await office.Entries.ReceiveAsync(TestOffice.First, form, office.Now, $"{Guid.NewGuid()}"));

    private async Task DrawAsync()
    {
        await office.AdvanceAtAsync("2025-05-23T17:02:00");
        await office.AdvanceAtAsync("2025-05-23T17:32:00");
    }

    private async Task PublishAsync()
    {
        await office.AdvanceAtAsync("2025-06-03T10:00:00");
        await office.PublishAsync();
    }

    private async Task<List<CaseState>> StatesAsync(int count)
    {
        var states = new List<CaseState>();
        for (var serial = 1; serial <= count; serial++)
            states.Add(await office.CaseAsync(serial));
        return states;
    }
}
