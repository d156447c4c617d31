using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;

namespace Tedori.Tests.Approvals;

/// <summary>What is said before a deadline of a whole round is moved, and what follows.</summary>
public sealed class ExtensionActionsSpecs
{
    private readonly ActingOffice office = new();

    [Fact]
    public async Task Extension_OfARound_ReachesEveryRunningCase()
    {
        await office.WithWinnersAsync(3);
        var date = Tokyo.Day("2025-06-19");

        var preview = Assert.Single(await office.Actions.PreviewAsync(
            [new ProposedAction.ExtendRound(TestOffice.First, Step.CompanyRegistration, date, null, "災害のため: 大雨")]));
        Assert.Contains("対象は3件(今の期限: 令和7年6月12日(木)の3件)です。", preview.Effect, StringComparison.Ordinal);

        await office.DecideAsync(
            new ProposedAction.ExtendRound(TestOffice.First, Step.CompanyRegistration, date, null, "災害のため: 大雨"));

        for (var serial = 1; serial <= 3; serial++)
            Assert.Equal(date, (await office.Office.CaseAsync(serial)).Extensions[Step.CompanyRegistration]);
    }

    [Fact]
    public async Task Extension_ThatSomeCasesCannotFollow_SaysSoAndWhyBeforeItIsApproved()
    {
        await office.WithWinnersAsync(3);
        await office.RegisterAsync(1);

        var preview = Assert.Single(await office.Actions.PreviewAsync([new ProposedAction.ExtendRound(
            TestOffice.First, Step.CompanyRegistration, Tokyo.Day("2025-06-19"), null, "災害のため: 大雨")]));

        Assert.Null(preview.Refusal);
        Assert.Contains(
            $"の2件)です。ほかに1件は延長できません。1件の理由(例): {Refusals.StepPassed(Step.CompanyRegistration).Text}",
            preview.Effect, StringComparison.Ordinal);
    }
}
