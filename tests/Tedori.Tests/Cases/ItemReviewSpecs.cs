using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

/// <summary>
/// What was stated of an item is compared with what was registered, and with the period from the registration
/// (2025-10-01) to the last day of the implementation (2026-01-19); nothing is paid against it without a reason.
/// </summary>
public sealed class ItemReviewSpecs
{
    private static readonly NodaTime.Instant Late = Tokyo.At("2026-03-01T11:00:00");
    private static readonly FindingReason[] Both = [new(1, "改正前の規程の日付のため。"), new(2, "週休3日も設けたため。")];

    [Theory]
    [InlineData("2025-10-01", "2026-01-19", new string[0])]
    [InlineData("2025-09-30", "2025-10-01", new[] { "madeEarly" })]
    [InlineData("2025-09-29", "2025-09-30", new[] { "madeEarly", "sinceEarly" })]
    [InlineData("2026-01-20", "2026-01-20", new[] { "madeLate", "sinceLate" })]
    [InlineData("2025-11-02", "2025-11-01", new[] { "sinceBeforeItsRule" })]
    [InlineData(null, "2025-11-01", new[] { "madeMissing" })]
    [InlineData("2025-11-01", null, new[] { "sinceMissing" })]
    public void Dates_OfAClaimedItem_MustLieBetweenTheRegistrationAndTheLastDay(
        string? made, string? since, string[] expected) =>
        Assert.Equal(expected, Found(Story.Planned, new(1, null, Day(made), Day(since))));

    [Fact]
    public void Dates_AfterAnExtension_MayLieInItsDays() => Assert.Empty(Found(
        [.. Story.Planned, new CaseEvent.CutoffExtended(
            Tokyo.At("2026-01-10T10:00:00"), Step.Implementation, Tokyo.Day("2026-01-30"), "災害", "承認者")],
        new(1, null, Tokyo.Day("2025-11-01"), Tokyo.Day("2026-01-30"))));

    [Fact]
    public void Dates_OfARaise_NeedNoRule() => Assert.Empty(Found(
        Story.PlannedWage, new(15, null, null, Tokyo.Day("2026-06-17")), "2026-06-17T11:00:00"));

    [Theory]
    [InlineData("2025-11-20", "2025-11-20", new string[0])]
    [InlineData("2025-11-20", "2025-11-21", new[] { "sinceAfterClaim" })]
    [InlineData("2025-11-21", "2026-01-19", new[] { "madeAfterClaim", "sinceAfterClaim" })]
    [InlineData("2025-11-20", "2026-01-20", new[] { "sinceLate" })]
    public void Dates_AfterTheDayOfTheClaim_AreFoundInTheReview(string made, string since, string[] expected) =>
        Assert.Equal(expected, Found(
            Story.Planned, new(1, null, Day(made), Day(since)), "2025-11-20T11:00:00"));

    [Theory]
    [InlineData(new[] { 2 }, new[] { 2 }, new string[0])]
    [InlineData(new[] { 1, 2 }, new[] { 2 }, new string[0])]
    [InlineData(new[] { 2 }, new[] { 1, 2 }, new[] { "schemeNotRegistered" })]
    [InlineData(null, new[] { 2 }, new[] { "schemeNotRegistered" })]
    [InlineData(new[] { 2 }, null, new[] { "schemeNotStated" })]
    public void Schemes_OfAClaimedItem_MustBeThoseRegistered(int[]? registered, int[]? claimed, string[] expected) =>
        Assert.Equal(expected, Found(
            Registered(registered is null ? [] : [new(2, registered)]),
            new(2, claimed, Tokyo.Day("2025-10-20"), Tokyo.Day("2025-11-01"))));

    [Fact]
    public void Schemes_OfARegistrationBeforeTheRecordKeptThem_AreNotCompared() =>
        Assert.Empty(Found(Registered(null), new(2, [1], Tokyo.Day("2025-10-20"), Tokyo.Day("2025-11-01"))));

    [Fact]
    public void Review_OfAClaimWhoseStatementsTheRecordDoesNotKeep_FindsNothing() =>
        Assert.All(ItemReview.Of(Sample.R7, CaseEvolution.Fold(Story.Claimed)), review =>
        {
            Assert.Null(review.Claimed);
            Assert.Empty(review.Findings);
        });

    [Fact]
    public void Grant_AgainstAFinding_NeedsAReasonForEachItemThatIsPaid()
    {
        var refused = Given(Story.ClaimedOtherwise)
            .When(new CaseCommand.GrantClaim(Late, [1, 2], 0, Signed: Sample.Two, Findings: [Both[0], new(2, " ")]))
            .ThenRefused("findingNotAnswered");
        Assert.Contains("「選択的週休3日制」は登録していない制度です。", refused.Text, StringComparison.Ordinal);

        var granted = Assert.Single(Given(Story.ClaimedOtherwise)
            .When(new CaseCommand.GrantClaim(Late, [1, 2], 0, Signed: Sample.Two, Findings: Both)).Accepted());
        Assert.Equal(Both, Assert.IsType<CaseEvent.GrantDecided>(granted).Findings);
    }

    [Fact]
    public void Grant_OfTheOtherItems_NeedsNoReasonForTheOneThatIsNotPaid()
    {
        CaseEvent[] three = [.. Registered([new(2, [2])], 1, 2, 4), Claim(1, 2, 4)];
        Given(three).When(new CaseCommand.GrantClaim(
            Late, [1, 4], 0, Refused: [new(2, "登録していない制度のため。")], Signed: Sample.Two)).Accepted();
        Given(three).When(new CaseCommand.GrantClaim(Late, [1, 2, 4], 0, Signed: Sample.Two))
            .ThenRefused("findingNotAnswered");
    }

    [Fact]
    public void Correction_ThatStatesTheItemAnew_IsWhatTheReviewReads()
    {
        var at = Tokyo.At("2026-02-20T11:00:00");
        var spec = Given(Story.ClaimedOtherwise).When(new CaseCommand.RequestCorrection(at, Sample.Flaws));
        spec.When(new CaseCommand.AnswerCorrection(at, 1, Sample.Web(at, "answer"),
            [new(1, null, Tokyo.Day("2025-10-05"), Tokyo.Day("2025-11-01"))]));

        var reviews = ItemReview.Of(Sample.R7, spec.ThenState());

        Assert.Empty(reviews[0].Findings);
        Assert.Equal("schemeNotRegistered", Assert.Single(reviews[1].Findings).Code);
    }

    [Fact]
    public void Statements_OfAnItem_AreLeftOutOfTheStoredFormWhereNothingIsStated()
    {
        Assert.Equal("""{"items":[1,2],"persons":0}""", TedoriJson.Write(new Claim([1, 2], 0)));
        Assert.Null(TedoriJson.Read<Project>("""{"items":[1,2],"track":"plain"}""").Stated);
    }

    private static CaseEvent[] Registered(IReadOnlyList<ItemStatement>? stated, params int[] items) =>
    [
        .. Story.Visited,
        new CaseEvent.ProjectRegistered(
            Tokyo.At("2025-10-01T11:00:00"), Sample.Web("2025-10-01T11:00:00", "project"),
            new(items.Length == 0 ? [1, 2] : items, Track.Plain, stated)),
    ];

    private static CaseEvent.ClaimSubmitted Claim(params int[] items) => new(
        Tokyo.At("2026-02-10T11:00:00"), Sample.Web("2026-02-10T11:00:00", "claim"), new(items, 0,
            [.. items.Select(n => new ItemStatement(
                n, n == 2 ? [1] : null, Tokyo.Day("2025-10-20"), Tokyo.Day("2025-11-01")))]));

    private static IEnumerable<string> Found(
        CaseEvent[] past, ItemStatement stated, string at = "2026-02-10T11:00:00")
    {
        var state = CaseEvolution.Fold([.. past, new CaseEvent.ClaimSubmitted(
            Tokyo.At(at), Sample.Web(at, "claim"),
            new([stated.Item], stated.Item == 15 ? 1 : 0, [stated]))]);
        return Assert.Single(ItemReview.Of(Sample.R7, state)).Findings.Select(f => f.Code);
    }

    private static NodaTime.LocalDate? Day(string? text) => text is null ? null : Tokyo.Day(text);
}
