using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Programme.Serialization;
using Tedori.Season;
using Tedori.Season.Checks;

namespace Tedori.Tests.Season.Checks;

/// <summary>Every check of the season as a whole fails when its invariant is broken.</summary>
[Collection(CheckedSeasonGroup.Name)]
public sealed class SeasonCheckTests(CheckedSeason season)
{
    private static readonly RoundId First = RoundId.Parse("r8-01");

    [Fact]
    public async Task Mails_OneMissing_Fail()
    {
        await new MailCheck(season.Outbox).AssertHeldAsync(season.Dossiers);
        await using var empty = season.EmptyOutbox();
        await new MailCheck(empty).AssertFailsAsync("was not mailed", season.Dossiers);
    }

    [Fact]
    public async Task Mails_OneHandedOverTwice_Fail()
    {
        await using var outbox = season.EmptyOutbox();
        await foreach (var mail in season.Outbox.AllAsync())
            await outbox.SendAsync(new(mail.NoticeId, mail.To, mail.ToName, mail.Subject, mail.Text, mail.Html, mail.At));
        await new MailCheck(outbox).AssertHeldAsync(season.Dossiers);
        var again = await season.Outbox.AllAsync().FirstAsync();

        await outbox.SendAsync(
            new(again.NoticeId, again.To, again.ToName, again.Subject, again.Text, again.Html, again.At));

        await new MailCheck(outbox).AssertFailsAsync($"{again.NoticeId} was handed over again", season.Dossiers);
    }

    [Fact]
    public async Task Mails_OneThatWentElsewhere_Fail()
    {
        await new RecipientCheck(season.Outbox).AssertHeldAsync(season.Dossiers);
        var tampered = season.Dossiers[0].WithEvents<CaseEvent.Entered>(
            e => e with { Form = e.Form with { Email = "other@kigyo.example" } });

        await new RecipientCheck(season.Outbox).AssertFailsAsync(
            "not to other@kigyo.example", [tampered, .. season.Dossiers.Skip(1)]);
    }

    [Fact]
    public async Task Mails_OneWithoutACause_Fail() => await new MailCheck(season.Outbox).AssertFailsAsync(
        $"{season.Dossiers[0].Id}.entryReceived.0001 was mailed without a cause", season.Dossiers.Skip(1));

    [Fact]
    public async Task Mails_ANoticeThatDidNotLeave_Fail() => await new MailCheck(season.Outbox).AssertFailsAsync(
        "1 notices did not leave", [season.Dossiers[0] with { Unsent = 1 }, .. season.Dossiers.Skip(1)]);

    [Fact]
    public async Task Mails_OneThatLeftLate_Fail()
    {
        var dossier = season.Dossiers[0];
        var late = dossier.Sent[0] with { SentAt = dossier.Sent[0].SentAt + Duration.FromMinutes(61) };
        IReadOnlyList<CaseDossier> dossiers = [dossier with { Sent = [late] }, .. season.Dossiers.Skip(1)];
        await new MailCheck(season.Outbox).AssertFailsAsync($"{late.Notice.Id} was due at", dossiers);
        await new MailCheck(season.Outbox, hintsAreLost: true).AssertHeldAsync(dossiers);
    }

    [Fact]
    public async Task Mails_AReminderAfterTheFiling_Fail()
    {
        var dossier = season.With<CaseEvent.ClaimSubmitted>();
        var at = dossier.Events[^1].At;
        var late = new CaseEvent.ReminderFellDue(at, Step.Claim, JapanTime.DateOf(at), 2, "claim-2");
        await new MailCheck(season.Outbox).AssertFailsAsync(
            "after it had filed", dossier with { Events = [.. dossier.Events, late] });
    }

    [Fact]
    public async Task Places_MoreWinnersThanPlaces_Fail()
    {
        await new PlacesCheck(season.Rounds, PlaceLedger.Empty).AssertHeldAsync(season.Dossiers);
        await new PlacesCheck([.. season.Rounds.Select(r => r with { Places = 1 })], PlaceLedger.Empty)
            .AssertFailsAsync("winners for 1 places", season.Dossiers);
    }

    [Fact]
    public async Task Places_AWinnerWhoWasNotDrawn_Fail() =>
        await new PlacesCheck([.. season.Rounds.Select(r => r with { Won = r.Won - 1 })], PlaceLedger.Empty)
            .AssertFailsAsync("winners told", season.Dossiers);

    [Fact]
    public async Task Places_MoreCarriedThanFree_Fail()
    {
        var posting = new CarryPosting(1, 2, season.Rounds[0].Places, Noon(), "甲", "乙");
        await new PlacesCheck(season.Rounds, new PlaceLedger([posting], []))
            .AssertFailsAsync("round 1: 25 carried out of", season.Dossiers);
    }

    [Fact]
    public async Task Quota_APostingMissing_Fail()
    {
        await new QuotaCheck(season.Rounds, season.Ledger, season.RoundRecords).AssertHeldAsync(season.Dossiers);
        await new QuotaCheck(season.Rounds, PlaceLedger.Empty, season.RoundRecords)
            .AssertFailsAsync("r8-01: counted", season.Dossiers);
    }

    [Fact]
    public async Task Quota_AWinnerThatLeftUnposted_Fail()
    {
        var winner = season.With<CaseEvent.GrantDecided>();
        await new QuotaCheck(season.Rounds, season.Ledger, season.RoundRecords).AssertFailsAsync(
            $"{winner.Id.Round}: counted",
            [.. season.Dossiers.Where(d => d.Id != winner.Id), winner.WithState(
                s => s with { Outcome = Outcome.Declined })]);
    }

    [Fact]
    public async Task Draws_ARoundThatWasNotDrawn_Fail()
    {
        await new DrawCheck(season.Rounds, season.Archive).AssertHeldAsync(season.Dossiers);
        var elsewhere = season.Rounds.Select(r => r with { Id = new("r9", r.Id.Number) }).ToList();
        await new DrawCheck(elsewhere, season.Archive).AssertFailsAsync("r9-01 was not drawn", season.Dossiers);
    }

    [Fact]
    public async Task Draws_AResultToldOtherwise_Fail()
    {
        var winner = season.With<CaseEvent.Won>();
        await new DrawCheck(season.Rounds, season.Archive).AssertFailsAsync(
            "told False, drawn True", winner.WithEvents<CaseEvent.Won>(e => new CaseEvent.Lost(e.At, e.Rank)));
    }

    [Fact]
    public async Task SealedLists_AnAcceptedEntryThatIsNotInTheList_Fail()
    {
        await new SealedListCheck(season.Edition, season.Agenda, season.RoundRecords).AssertHeldAsync(season.Dossiers);
        using var agenda = season.AgendaOf(Entry(Noon()), "accepted");
        await new SealedListCheck(season.Edition, agenda, season.RoundRecords)
            .AssertFailsAsync("in window True, in list False", season.Dossiers);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5 * 24 * 3600)]
    public async Task SealedLists_AnEntryOutsideTheWindowThatWasAccepted_Fail(int secondsAfterOpening)
    {
        var opens = JapanTime.At(season.Edition.Rounds[0].EntryOpens, season.Edition.Hours.Opens);
        using var agenda = season.AgendaOf(Entry(opens + Duration.FromSeconds(secondsAfterOpening)), "accepted");
        await new SealedListCheck(season.Edition, agenda, season.RoundRecords)
            .AssertFailsAsync("in window False", season.Dossiers);
    }

    [Theory]
    [InlineData(-1, "afterCutoff", "on time True, answered afterCutoff")]
    [InlineData(0, "accepted", "on time False, answered accepted")]
    [InlineData(-1, "accepted", "on time True, record says otherwise")]
    public async Task Cutoffs_AWrongAnswerToAFiling_Fail(int millisecondsAfterClose, string answer, string named)
    {
        await new CutoffCheck(season.Edition, season.Agenda).AssertHeldAsync(season.Dossiers);
        var dossier = season.Dossiers[0];
        var due = JapanTime.At(season.Edition.Rounds[0].CompanyRegistration, season.Edition.Hours.Closes);
        var receipt = new Receipt.Electronic(due + Duration.FromMilliseconds(millisecondsAfterClose));
        using var agenda = season.AgendaOf(Filed(dossier.Id, receipt), answer);
        await new CutoffCheck(season.Edition, agenda).AssertFailsAsync(named, dossier);
    }

    [Theory]
    [InlineData(0, "postmarkTooLate", "on time True")]
    [InlineData(1, "accepted", "on time False")]
    public async Task Cutoffs_AWrongAnswerToPost_Fail(int daysAfterDue, string answer, string named)
    {
        var postmark = season.Edition.Rounds[0].CompanyRegistration.PlusDays(daysAfterDue);
        var receipt = new Receipt.Post(postmark, postmark.PlusDays(2), "簡易書留", null);
        using var agenda = season.AgendaOf(Filed(season.Dossiers[0].Id, receipt), answer);
        await new CutoffCheck(season.Edition, agenda).AssertFailsAsync(named, season.Dossiers[0]);
    }

    [Fact]
    public async Task Cutoffs_ALapseInSpiteOfAFilingOnTime_Fail()
    {
        var due = JapanTime.At(season.Edition.Rounds[0].CompanyRegistration, season.Edition.Hours.Closes);
        var item = Filed(season.Dossiers[0].Id, new Receipt.Electronic(due - Duration.FromMilliseconds(1)));
        using var agenda = season.AgendaOf(item, "accepted");
        var lapsed = season.Dossiers[0].WithState(s => s with
        {
            Filed = new Dictionary<Step, string> { [Step.CompanyRegistration] = item.Key },
            Outcome = Outcome.Lapsed,
            ClosedIn = Step.CompanyRegistration,
        });
        await new CutoffCheck(season.Edition, agenda).AssertFailsAsync("yet the case lapsed", lapsed);
    }

    private static AgendaItem Entry(Instant receivedAt) => new(
        "enter-tampered", receivedAt, Deed.Enter, TedoriJson.Write(new EntryPlan(First, "c01-00099", receivedAt)));

    private static AgendaItem Filed(CaseId id, Receipt receipt) => new(
        "file-tampered", Instant.FromUtc(2026, 6, 11, 8, 0), Deed.File,
        TedoriJson.Write(new FilingPlan(id, Step.CompanyRegistration, receipt)));

    private Instant Noon() => JapanTime.At(season.Edition.Rounds[0].EntryOpens, new LocalTime(12, 0));
}
