using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Filings;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Outages;

/// <summary>The company registration of round 1 ends on 2025-06-12 at 17:00 and lapses at the end of 06-23.</summary>
public sealed class OutageSpecs
{
    private static readonly ProposedAction Declare = new ProposedAction.DeclareOutage(
        Tokyo.At("2025-06-12T16:00:00"), Tokyo.At("2025-06-12T20:00:00"), "回線障害");

    private static readonly FormKey Company = new(FormKind.Company);
    private readonly ActingOffice acting = new(add: ports => ports.AddSingleton(Mock.Of<IQuarantine>()));

    private TestOffice Office => acting.Office;

    [Fact]
    public async Task Filing_InADeclaredOutage_IsTakenAndAfterItRefused()
    {
        await acting.WithWinnersAsync(2);
        Office.Clock.Reset(Tokyo.At("2025-06-12T18:00:00"));
        Assert.Null(Assert.Single(await acting.DecideAsync(Declare)).Refusal);

        Office.Clock.Reset(Tokyo.At("2025-06-12T20:00:00"));
        Assert.IsType<FilingAnswer.Filed>(await FileAsync(1));
        Office.Clock.Reset(Tokyo.At("2025-06-12T20:00:00.001"));
        var refused = Assert.IsType<FilingAnswer.Refused>(await FileAsync(2));
        Assert.Contains("システムの障害(回線障害)のため", refused.Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filing_InAnOutageThatThisProcessHasNotReadOf_IsTaken()
    {
        await acting.WithWinnersAsync(1);
        Office.Clock.Reset(Tokyo.At("2025-06-12T18:00:00"));
        await acting.DecideAsync(Declare);
        Office.Editions.Overlay([], []);

        Assert.IsType<FilingAnswer.Filed>(await FileAsync(1));
    }

    [Fact]
    public async Task Declaration_ByOnePersonAlone_IsRefused()
    {
        Office.Clock.Reset(Tokyo.At("2025-06-12T18:00:00"));
        await acting.Proposals.ProposeAsync("own", [Declare], "障害", ActingOffice.Endo);
        Assert.Equal(
            "secondPersonMissing", (await acting.Proposals.ApproveAsync("own", ActingOffice.Endo)).Refusal?.Code);
        Assert.Empty((await Office.Get<Disruptions>().AllAsync()).Outages);
    }

    [Fact]
    public async Task Declaration_ApprovedADayAndMoreAfterTheEnd_IsRefusedAndDeclaresNothing()
    {
        Office.Clock.Reset(Tokyo.At("2025-06-13T19:59:00"));
        var id = await acting.ApproveAsync(Declare);
        Office.Clock.Reset(Tokyo.At("2025-06-13T20:00:01"));
        await ActingOffice.RunAsync(acting.Actions, id);
        Assert.Equal("outageTooLate", Assert.Single(await acting.Proposals.VerdictsAsync(id)).Refusal?.Code);
        Assert.Empty((await Office.Get<Disruptions>().AllAsync()).Outages);
    }

    [Fact]
    public async Task Declaration_Previewed_ListsWhoWasRefusedAndSaysHowTheyAreHelped()
    {
        await acting.WithWinnersAsync(2);
        Office.Clock.Reset(Tokyo.At("2025-06-12T18:00:00"));
        Assert.IsType<FilingAnswer.Refused>(await FileAsync(2));

        var effect = await EffectAsync(Declare);

        Assert.Contains("この間に期限を迎える申請は2件です。", effect, StringComparison.Ordinal);
        Assert.Contains("受け付けなかった電子申請(r7-01-00002)", effect, StringComparison.Ordinal);
        Assert.DoesNotContain("期限徒過となった申請", effect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaration_AfterACaseLapsedInIt_ListsItAndAnExtensionBringsItBack()
    {
        var acting = new ActingOffice(
            Sample.R7 with { Windows = Sample.R7.Windows with { PostalSettlementBusinessDays = 0 } });
        await acting.WithWinnersAsync(1);
        acting.Office.Clock.Reset(Tokyo.At("2025-06-13T00:00:00"));
        await acting.DoAsync(1, new CaseCommand.PassTime(acting.Office.Now));
        Assert.Equal(Outcome.Lapsed, (await acting.Office.CaseAsync(1)).Outcome);

        var verdict = Assert.Single(await acting.DecideAsync(Declare));
        Assert.Contains("既に期限徒過となった申請(r7-01-00001)は、届出では元に戻りません", verdict.Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await acting.DecideAsync(new ProposedAction.ExtendCase(
            Sample.CaseId, Step.CompanyRegistration, Tokyo.Day("2025-06-20"), "障害"))).Refusal);
        Assert.Equal(Step.CompanyRegistration, (await acting.Office.CaseAsync(1)).Step);
    }

    [Fact]
    public async Task Declaration_OverTheEndOfAWindow_SaysThatTheWindowHasToBeMovedByItself()
    {
        await Office.Rounds.AdvanceAsync(TestOffice.First);
        Office.Clock.Reset(Tokyo.At("2025-05-23T18:00:00"));
        Assert.Contains("第1回(r7-01)の事前エントリーの締切は、届出では延びません", await EffectAsync(
            new ProposedAction.DeclareOutage(Tokyo.At("2025-05-23T16:00:00"), Tokyo.At("2025-05-23T18:00:00"), "障害")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaration_DoneTwice_IsOneOutage()
    {
        Office.Clock.Reset(Tokyo.At("2025-06-12T18:00:00"));
        var id = await acting.ApproveAsync(Declare);
        var proposal = (await acting.Proposals.FindAsync(id))!;
        var performer = Office.Get<IEnumerable<Tedori.Workflows.Approvals.IActionPreview>>()
            .OfType<Tedori.Workflows.Approvals.OutageActions>().Single();
        Assert.Null((await performer.PerformAsync(Declare, proposal)).Refusal);
        Office.Clock.Advance(Duration.FromDays(3));
        Assert.Null((await performer.PerformAsync(Declare, proposal)).Refusal);
        Assert.Single((await Office.Get<Disruptions>().AllAsync()).Outages);
    }

    private async Task<string> EffectAsync(ProposedAction action)
    {
        var (_, effect, refusal) = Assert.Single(await acting.Actions.PreviewAsync([action]));
        Assert.Null(refusal);
        return effect;
    }

    private async Task<FilingAnswer> FileAsync(int serial)
    {
        var found = (await Office.Cases.LoadAsync(new(TestOffice.First, serial)))!;
        var form = FilingForms.Of(Sample.R7, found.State, Company)!;
        var answers = form.Take(name => Filled.Company.FirstOrDefault(f => f.Name == name).Value ?? "");
        return await Office.Get<FilingService>().FileAsync(found, form, answers, $"key-{serial}", Office.Now);
    }
}
