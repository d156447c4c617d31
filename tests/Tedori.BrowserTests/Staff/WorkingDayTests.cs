using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;

namespace Tedori.BrowserTests.Staff;

/// <summary>The working day of two reviewers and an approver, in the order in which a day brings it.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class WorkingDayTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    private readonly WorkingDay day = new(chromium, served);

    [SkippableTheory]
    [InlineData(Way.Desktop)]
    public async Task Day_OfTwoStaff_FromTheGrantToThePost(Way way)
    {
        await using var ito = await day.SignInAsync(way, "dev-ito");
        await using var ueda = await day.SignInAsync(way, "dev-ueda");
        await using var endo = await day.SignInAsync(way, "dev-endo");
        await using var ono = await day.SignInAsync(way, "dev-ono");

        var claimed = (await ActingClient.CasesAsync(served, 1, Step.ProjectRegistration))[0];
        await ActingClient.ClaimAsync(served, claimed);
        await WorkingDay.GrantAsync(endo, ono, claimed);
        Assert.Equal(Outcome.Granted, (await ActingClient.CaseAsync(served, claimed)).State.Outcome);

        await WorkingDay.RepeatOneAsync(ito, claimed);
        var entered = (await ActingClient.CasesAsync(served, 2, Step.AwaitingDraw)).Take(50).ToList();
        await WorkingDay.RepeatManyAsync(ito, entered);

        await WorkingDay.ExtendRoundAsync(ito, endo);
        await DrawnAsync();
        await day.PublishAsync(ito, endo);
        await ActingClient.PassRegistrationAsync(served);
        var posted = (await ActingClient.CasesAsync(served, 2, Step.CompanyRegistration))[0];
        await WorkingDay.RecordPostAsync(ito, ueda, posted);
        Assert.Equal(Step.EligibilityReview, await StepAsync(posted));

        await WorkingDay.ReviewAsync(ueda, posted);
        await WorkingDay.CorrectAsync(ito, posted);
        Assert.NotNull((await ActingClient.CaseAsync(served, posted)).State.Correction);

        await WorkingDay.LookAroundAsync(ito);
        await using var kato = await day.SignInAsync(way, "dev-kato");
        await WorkingDay.SettingsAsync(kato);
    }

    private async Task<Step> StepAsync(CaseId id) => (await ActingClient.CaseAsync(served, id)).State.Step;

    // Moves the clock behind the close of the second round until its list is drawn.
    private async Task DrawnAsync()
    {
        for (var tries = 0; tries < 1_000 && await day.PhaseAsync() < RoundPhase.Drawn; tries++)
        {
            if (served.NextDue is { } due)
                served.Clock.MoveOnTo(due);
            await served.IdleAsync();
        }

        Assert.Equal(RoundPhase.Drawn, await day.PhaseAsync());
    }
}
