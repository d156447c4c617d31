using NodaTime;
using Tedori.Programme.Audit;
using Tedori.Testing.Season;

namespace Tedori.Tests.Season;

/// <summary>Checks a season from its journal and the printed calendar alone.</summary>
public sealed class JournalTests : IAsyncLifetime
{
    private IReadOnlyList<JournalFact> facts = [];

    public async Task InitializeAsync() => facts = (await PlayedSeason.OfAsync(1)).Facts;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Lines_AllOfThem_AreInOrderOfTime()
    {
        Assert.All(facts, f => Assert.True(f.Has("at") && f.Has("type"), f.ToString()));
        Assert.All(facts, f => Assert.True(f.Has("round") || f.Type == "outage.declared", f.ToString()));
        Assert.Equal(facts.Select(f => f.At).Order(), facts.Select(f => f.At));
    }

    [Fact]
    public void Types_OfASeason_AreAllThere() => Assert.Equal(
        [
            "case.event", "draw.drawn", "entry.received", "list.sealed", "mail.returned", "mail.sent",
            "outage.declared", "places.carried", "result.released", "submission.received", "window.moved",
        ],
        facts.Select(f => f.Type).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Submissions_AllOfThem_SayHowTheyCameAndWhatBecameOfThem()
    {
        var submissions = Submissions();

        Assert.All(submissions, s => Assert.Equal(s.Accepted, s.Text("refusal") is null));
        Assert.All(submissions, s => Assert.True(s.Has("case") && s.Has("step") && s.Has("key"), s.ToString()));
        Assert.All(submissions, s => Assert.True(s.Text("channel") switch
        {
            "electronic" => s.Has("receivedAt"),
            "post" => s.Has("postmark") && s.Has("arrived"),
            _ => false,
        }, s.ToString()));
        Assert.Contains(submissions, s => s.Text("refusal") == "afterCutoff");
        Assert.Contains(submissions, s => s.Text("refusal") == "postmarkTooLate");
    }

    [Fact]
    public void Submissions_ByTheDatesOfTheCalendar_AreJudgedRightly()
    {
        var submissions = Submissions();
        Assert.True(submissions.Count > 300);
        // What would replace a filing is refused in time too, once the office works on that.
        Assert.All(
            submissions.Where(s => s.Text("refusal") is not ("reviewHasBegun" or "claimFiled" or "implementationOver")),
            s => Assert.True(s.Accepted == OnTime(s, DueOf(s)), $"due {DueOf(s)}: {s}"));
    }

    [Fact]
    public void Lapses_OfASeason_HaveNoSubmissionOnTime()
    {
        var reinstated = facts.Where(f => f.EventType == "reinstated").Select(f => f.Case).ToHashSet();
        var accepted = Submissions().Where(s => s.Accepted).Select(s => (s.Case, s.Step)).ToHashSet();
        var lapses = facts.Where(f => f.EventType == "lapsed" && !reinstated.Contains(f.Case)).ToList();

        Assert.NotEmpty(lapses);
        Assert.All(
            lapses.Where(l => l.Step is "companyRegistration" or "projectRegistration" or "claim"),
            l => Assert.DoesNotContain((l.Case, l.Step), accepted));
    }

    [Fact]
    public void SealedList_OfEveryRound_HoldsEveryAcceptedEntry() => Assert.All(Enumerable.Range(1, 10), round =>
    {
        var list = Assert.Single(facts, f => f.Type == "list.sealed" && f.Round == round).Line.GetProperty("list");
        var listed = list.EnumerateArray().Select(e => e.GetProperty("caseId").GetString()).Order();
        var accepted = facts.Where(f => f.Type == "entry.received" && f.Round == round && f.Accepted);
        Assert.Equal(accepted.Select(f => f.Case).Order(), listed);
    });

    [Fact]
    public void Draw_OfEveryRound_ComesAfterTheListAndBeforeTheRelease() => Assert.All(Enumerable.Range(1, 10), round =>
    {
        Instant AtOf(string type) => Assert.Single(facts, f => f.Type == type && f.Round == round).At;
        Assert.True(JournalFact.Tokyo(PrintedCalendar.Of(round, "entry_closes"), "17:00:00") <= AtOf("list.sealed"));
        var draw = facts.Last(f => f.Type == "draw.drawn" && f.Round == round);
        Assert.All(facts.Where(f => f.Type == "draw.drawn" && f.Round == round), d => Assert.True(
            AtOf("list.sealed") < d.At && d.At < AtOf("result.released")));
        Assert.InRange(draw.Number("won"), 0, PrintedCalendar.Places(round) + draw.Number("carriedIn"));
    });

    [Fact]
    public void Mails_OfASeason_AreSentOnceEach()
    {
        var notices = facts.Where(f => f.Type == "mail.sent").Select(f => f.Text("notice")).ToList();

        Assert.Equal(notices.Distinct().Count(), notices.Count);
        Assert.All(facts.Where(f => f.Type == "mail.sent"), m => Assert.True(
            m.Has("case") && m.Has("kind") && m.Has("cause") && m.Has("to") && m.Has("subject"), m.ToString()));
        Assert.All(
            facts.Where(f => f.Type == "mail.sent"),
            m => Assert.Contains("手取り時間創出", m.Text("text")!, StringComparison.Ordinal));
    }

    [Fact]
    public void Entries_ThatCameAtOneInstant_StandInTheOrderOfTheirReceipts()
    {
        var entries = facts.Where(f => f.Type == "entry.received" && f.Accepted).ToList();

        Assert.Equal(
            entries.OrderBy(f => f.At).ThenBy(f => f.Case, StringComparer.Ordinal).Select(f => f.Case),
            entries.Select(f => f.Case));
    }

    [Fact]
    public void Events_OfEveryCase_ChainByTheirHashes()
    {
        var cases = facts.Where(f => f.Type == "case.event").GroupBy(f => f.Case).ToList();
        Assert.Equal(facts.Count(f => f.Type == "entry.received" && f.Accepted), cases.Count);
        Assert.All(cases, one =>
        {
            var hash = HashChain.Start;
            foreach (var fact in one.OrderBy(f => f.Number("number")))
                Assert.Equal(hash = HashChain.Next(hash, fact.Event.GetRawText()), fact.Text("hash"));
        });
    }

    private List<JournalFact> Submissions() => [.. facts.Where(f => f.Type == "submission.received")];

    private bool OnTime(JournalFact submission, LocalDate due) => submission.Text("channel") == "post"
        ? submission.Date("postmark") <= due
        : submission.Time("receivedAt") is var at
            && (at < JournalFact.Tokyo(due, "17:00:00") || IsInOutage(JournalFact.Tokyo(due, "17:00:00"), at));

    private bool IsInOutage(Instant close, Instant at) => facts.Any(f => f.Type == "outage.declared"
        && f.Time("from") <= close && close < f.Time("until") && at <= f.Time("until"));

    // A deadline that staff moved, or that began late, stands in the journal before what is judged by it.
    private LocalDate DueOf(JournalFact submission) => facts.LastOrDefault(f => f.Case == submission.Case
        && f.At <= submission.Time("decidedAt") && MovedDate(f, submission.Step) is not null) is { } moved
            ? JournalFact.DateOf(MovedDate(moved, submission.Step)!)
            : PrintedDueOf(submission);

    private static string? MovedDate(JournalFact fact, string? step) => fact.EventType switch
    {
        "cutoffExtended" when fact.Event.GetProperty("of").GetString() == step =>
            fact.Event.GetProperty("date").GetString(),
        "won" when step == "companyRegistration" && fact.Event.TryGetProperty("registerBy", out var date) =>
            date.GetString(),
        _ => null,
    };

    private LocalDate PrintedDueOf(JournalFact submission) => submission.Step switch
    {
        "companyRegistration" => PrintedCalendar.Of(submission.Round, "company_registration"),
        "projectRegistration" => PrintedCalendar.Of(submission.Round, "project_registration"),
        "claim" => PrintedCalendar.Of(
            submission.Round, Items(submission).Contains(15) ? "wage_claim" : "plain_claim"),
        _ => CorrectionDue(submission),
    };

    // Of the version that was there then: a project can be replaced.
    private IEnumerable<int> Items(JournalFact submission) => facts
        .Last(f => f.EventType == "projectRegistered" && f.Case == submission.Case && f.At <= submission.At)
        .Event.GetProperty("project").GetProperty("items").EnumerateArray().Select(i => i.GetInt32());

    private LocalDate CorrectionDue(JournalFact submission) => JournalFact.DateOf(facts
        .Last(f => f.EventType == "correctionRequested" && f.Case == submission.Case && f.At < submission.At)
        .Event.GetProperty("correction").GetProperty("due").GetString()!);
}
