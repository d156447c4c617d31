using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;

namespace Tedori.BrowserTests.Staff;

/// <summary>Two staff work through a day without a mouse: all is reached, and one always sees where one is.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class KeyboardDayTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    [SkippableFact]
    public async Task Day_OfTwoStaff_ByKeyboardAlone()
    {
        var claimed = (await ActingClient.CasesAsync(served, 1, Step.ProjectRegistration))[0];
        await ActingClient.ClaimAsync(served, claimed);
        await ActingClient.PassRegistrationAsync(served);
        var posted = (await ActingClient.CasesAsync(served, 2, Step.CompanyRegistration))[0];
        var day = new WorkingDay(chromium, served);
        await using var ito = await day.SignInAsync(Way.Keyboard, "dev-ito");
        await using var endo = await day.SignInAsync(Way.Keyboard, "dev-endo");
        var (reviewer, approver) = (new KeyboardDay(ito), new KeyboardDay(endo));

        await reviewer.OpenFromTodayAsync(posted);
        await reviewer.ReviewAsync();
        await reviewer.RecordPostAsync("2025-07-10", "2025-07-11");
        await approver.ReadPostmarkAsync("2025-07-10");
        Assert.Equal(Step.EligibilityReview, (await StateAsync(posted)).Step);

        await reviewer.OpenFromTodayAsync(posted);
        await reviewer.CheckDocumentsAsync();
        await reviewer.AskForCorrectionAsync();
        Assert.Equal("就業規則", Assert.Single((await StateAsync(posted)).Correction!.Items).Subject);
        await reviewer.TakeCorrectionBackAndProposePassingAsync();
        Assert.Equal(Step.EligibilityReview, (await StateAsync(posted)).Step);
        await approver.ConfirmAsync();
        Assert.Equal(Step.ProjectRegistration, (await StateAsync(posted)).Step);

        await reviewer.OpenFromTodayAsync(claimed);
        await reviewer.CheckDocumentsAsync();
        await reviewer.ProposeGrantAsync();
        await approver.ConfirmAsync();
        Assert.Equal(Outcome.Granted, (await StateAsync(claimed)).Outcome);

        await reviewer.FindAsync(claimed);
        await reviewer.ReviewAsync();
        await reviewer.SendAgainAsync();
        Assert.Contains("1 / 1件", await ito.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task<CaseState> StateAsync(CaseId id) => (await ActingClient.CaseAsync(served, id)).State;
}
