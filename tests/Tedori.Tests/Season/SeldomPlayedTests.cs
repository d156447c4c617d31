using System.Text.Json;
using NodaTime;
using Tedori.Testing.Season;

namespace Tedori.Tests.Season;

/// <summary>A season shows what seldom happens, each of it at least once.</summary>
public sealed class SeldomPlayedTests
{
    [Theory]
    [InlineData("cutoffExtended", "companyRegistration")]
    [InlineData("cutoffExtended", "projectRegistration")]
    [InlineData("cutoffExtended", "claim")]
    [InlineData("correctionWithdrawn", null)]
    [InlineData("noticeRepeated", null)]
    [InlineData("contactChangeRequested", null)]
    [InlineData("contactChanged", null)]
    [InlineData("paymentReleased", null)]
    [InlineData("entryShared", null)]
    [InlineData("resultHeld", null)]
    [InlineData("envelopeRecorded", null)]
    [InlineData("filingRefused", "companyRegistration")]
    public async Task Play_ASeason_ShowsWhatSeldomHappens(string type, string? of)
    {
        var facts = (await PlayedSeason.OfAsync(1)).Facts.Where(f => f.EventType == type);

        Assert.Contains(facts, f => of is null || f.Event.GetProperty("of").GetString() == of);
    }

    [Fact]
    public async Task Play_ASeason_ShowsARedrawADeclineInReviewAndASecondCorrection()
    {
        var facts = (await PlayedSeason.OfAsync(1)).Facts;

        Assert.Equal(2, facts.Count(f => f.Type == "draw.drawn" && f.Round == 4));
        Assert.Contains(facts, f => f.EventType == "declined" && f.Step == "eligibilityReview");
        Assert.Contains(facts, f => f.EventType == "correctionRequested"
            && f.Event.GetProperty("correction").GetProperty("number").GetInt32() == 2);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Play_AWindowThatIsMoved_TakesWhoComesInTheTimeThatWasAdded(int round)
    {
        var facts = (await PlayedSeason.OfAsync(1)).Facts.Where(f => f.Has("round") && f.Round == round).ToList();
        var written = JournalFact.Tokyo(PrintedCalendar.Of(round, "entry_closes"), "17:00:00");
        var moved = Assert.Single(facts, f => f.Type == "window.moved");
        var late = facts.Where(f => f.Type == "entry.received" && f.At >= written).ToList();

        Assert.Equal(MovedBeforeItsEnd(round), moved.At < written);
        Assert.Contains(late, f => f.Accepted);
        Assert.All(late, f => Assert.Equal(f.At >= moved.At && f.At < moved.Time("closes"), f.Accepted));
        Assert.Contains(late, f => f.At == moved.Time("closes"));
        Assert.True(Assert.Single(facts, f => f.Type == "list.sealed").At > moved.Time("closes"));
    }

    [Fact]
    public async Task Play_AnOutage_CountsWhatIsFiledUntilItsEnd()
    {
        var facts = (await PlayedSeason.OfAsync(1)).Facts;
        var until = Assert.Single(facts, f => f.Type == "outage.declared").Time("until");
        var filings = facts.Where(f => f.Type == "submission.received" && f.Round == 10
            && f.Step == "companyRegistration" && f.Text("channel") == "electronic").ToList();

        Assert.True(filings.Single(f => f.At == until).Accepted);
        Assert.False(filings.Single(f => f.At == until + Duration.FromMilliseconds(1)).Accepted);
    }

    [Fact]
    public async Task Play_Impostors_ComeBeforeAndAfterTheCompanyWhichWinsOnceItIsSettled()
    {
        var facts = (await PlayedSeason.OfAsync(1)).Facts;
        var entries = facts.Where(f => f.Type == "entry.received" && f.Accepted).ToDictionary(f => f.Text("key")!);
        var others = entries.Where(e => e.Key.EndsWith("-imposture", StringComparison.Ordinal))
            .Select(e => (Other: e.Value, Own: entries[e.Key[..^"-imposture".Length]])).ToList();
        var told = facts.Where(f => f.EventType is "won" or "excluded").ToDictionary(f => f.Case!);

        Assert.Contains(others, o => o.Other.At < o.Own.At);
        Assert.Contains(others, o => o.Other.At > o.Own.At);
        Assert.All(others, o => Assert.Equal("excluded", told[o.Other.Case!].EventType));
        Assert.Contains(others, o => told[o.Own.Case!].EventType == "won");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Play_AnEnvelopeThatIsReadAfterTheSettlement_IsJudgedByItsPostmark(bool accepted)
    {
        var facts = (await PlayedSeason.OfAsync(1)).Facts;
        var read = facts.Where(f => f.Type == "submission.received"
            && f.Text("key")!.StartsWith("post-envelope-", StringComparison.Ordinal) && f.Accepted == accepted)
            .ToList();

        Assert.NotEmpty(read);
        var lapsed = facts.Where(f => f.EventType == "lapsed").Select(f => (f.Case, f.Step)).ToHashSet();
        Assert.All(read, f => Assert.Equal(!accepted, lapsed.Contains((f.Case, f.Step))));
    }

    [Fact]
    public async Task Play_ReturnedMails_ComeBackBeforeAndAfterTheirDelivery()
    {
        var facts = (await PlayedSeason.OfAsync(1)).Facts;
        var sent = facts.Where(f => f.Type == "mail.sent").ToDictionary(f => f.Text("notice")!, f => f.At);
        var hours = facts.Where(f => f.Type == "mail.returned")
            .Select(f => (f.At - sent[f.Text("notice")!]).TotalHours).ToList();

        Assert.Contains(hours, h => h < 1);
        Assert.Contains(hours, h => h >= 3);
    }

    [Theory]
    [InlineData(2, "[1]")]
    [InlineData(2, "[2]")]
    [InlineData(2, "[1,2]")]
    [InlineData(3, null)]
    [InlineData(5, null)]
    [InlineData(7, null)]
    [InlineData(13, null)]
    public async Task Play_SchemesOfAnItem_AreStatedInProjectAndClaim(int item, string? schemes)
    {
        var facts = (await PlayedSeason.OfAsync(1)).Facts;
        foreach (var (type, of) in ((string, string)[])[("projectRegistered", "project"), ("claimSubmitted", "claim")])
        {
            Assert.Contains(
                facts.Where(f => f.EventType == type).SelectMany(f => Stated(f.Event.GetProperty(of), "stated")),
                s => s.GetProperty("item").GetInt32() == item && s.TryGetProperty("schemes", out var stated)
                    && (schemes is null || stated.GetRawText() == schemes));
        }
    }

    [Fact]
    public async Task Play_DatesThatDoNotCount_AreFoundAndGrantedLessOrWithAReason()
    {
        var facts = (await PlayedSeason.OfAsync(1)).Facts;
        var granted = facts.Where(f => f.EventType == "grantDecided").Select(f => f.Event).ToList();
        var reasons = granted.SelectMany(e => Stated(e, "refused"))
            .Select(r => r.GetProperty("reason").GetString()!).ToList();

        Assert.Contains(reasons, r => r.Contains("より前です", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.Contains("支給申請の日", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.Contains("取組期限", StringComparison.Ordinal));
        Assert.Contains(granted, e => Stated(e, "findings").Any());
        Assert.Contains(
            facts, f => f.EventType == "correctionAnswered" && Stated(f.Event, "stated").Any());
    }

    [Theory]
    [InlineData("projectRegistration", "replacedTooLate")]
    [InlineData("claim", "replacedTooLate")]
    [InlineData("claim", "reviewHasBegun")]
    public async Task Play_Replacements_AreTakenOnceAndTwiceAndRefusedWhenItIsTooLate(string step, string refusal)
    {
        var filings = (await PlayedSeason.OfAsync(1)).Facts
            .Where(f => f.Type == "submission.received" && f.Step == step).ToList();

        Assert.Contains(filings, f => f.Accepted && f.Text("key")!.EndsWith("-2", StringComparison.Ordinal));
        Assert.Contains(filings, f => f.Accepted && f.Text("key")!.EndsWith("-3", StringComparison.Ordinal));
        Assert.Contains(filings, f => f.Text("refusal") == refusal);
    }

    // None where nothing is stated.
    private static JsonElement.ArrayEnumerator Stated(JsonElement of, string name) =>
        of.TryGetProperty(name, out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray() : default;

    [Fact]
    public async Task Play_ADecisionOfTwo_HasItsNumberAndTheReasonsOfWhatIsNotGranted()
    {
        var granted = (await PlayedSeason.OfAsync(1)).Facts.Where(f => f.EventType == "grantDecided").ToList();

        Assert.All(granted, f => Assert.Matches("第[0-9]+号$", f.Event.GetProperty("document").GetString()!));
        Assert.Contains(granted, f => f.Event.GetProperty("refused").GetArrayLength() > 0);
    }

    internal static bool MovedBeforeItsEnd(int round) => round == 2;
}
