using Tedori.Programme.Cases;
using Tedori.Programme.Post;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Workflows.Post;

namespace Tedori.Tests.Filings;

/// <summary>An envelope goes through the form and the checks of the same filing online.</summary>
public sealed class PaperGapsTests
{
    private static readonly CaseState Wage = CaseEvolution.Fold(
        [.. Story.Visited, new CaseEvent.ProjectRegistered(
            Tokyo.At("2025-10-01T11:00:00"), Sample.Web("2025-10-01T11:00:00", "project"),
            new([1, 2, 15], Tedori.Programme.Track.Wage))]);

    [Fact]
    public void Claim_StatedWhole_HasNoGapAndItsPersons()
    {
        var claim = Command(Filled.Claim);
        Assert.Null(claim.Filing.Gaps);
        Assert.Equal(("1, 2, 15", 1), (string.Join(", ", claim.Items), claim.Persons));
    }

    [Theory]
    [InlineData("plan-2", 2)]
    [InlineData("since-1", 1)]
    [InlineData("scheme-2-2", 2)]
    [InlineData("wage-1-after", 15)]
    [InlineData("declaration-1", null)]
    public void Claim_WithoutAField_HasThatGapOfItsItem(string missing, int? item)
    {
        var gap = Assert.Single(Command([.. Filled.Claim.Where(f => f.Name != missing)]).Filing.Gaps!);
        Assert.Equal(item, gap.Item);
        Assert.EndsWith("。", gap.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_WithFourteenPersons_ClaimsAsManyAsTheFormTakes()
    {
        var persons = Enumerable.Range(1, 14).SelectMany(n => Filled.Wage(n, $"A-{n}", "200000", "210500"));
        Assert.Equal(10, Command([.. Filled.Claim, .. persons]).Persons);
    }

    [Fact]
    public void Claim_ThatNamesNobody_LeavesTheirNumberToTheCorrection()
    {
        var claim = Command([.. Filled.Claim.Where(f => !f.Name.StartsWith("wage-", StringComparison.Ordinal))]);
        Assert.Equal(10, claim.Persons);
        Assert.Contains(claim.Filing.Gaps!, g => g.Item == 15);
    }

    [Fact]
    public void Envelope_OfBeforeItsContentWasTyped_IsFiledWithItsItems()
    {
        var claim = Assert.IsType<CaseCommand.SubmitClaim>(PostalFiling.CommandOf(
            Sample.R7, Wage, Envelope(null) with { Items = [1, 15], Persons = 2 }, Tokyo.Day("2026-02-09"),
            Tokyo.At("2026-02-10T11:00:00")));
        Assert.Equal(("1, 15", 2), (string.Join(", ", claim.Items), claim.Persons));
    }

    private static CaseCommand.SubmitClaim Command((string Name, string? Value)[] fields)
    {
        var answers = fields.DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => f.Value!);
        return Assert.IsType<CaseCommand.SubmitClaim>(PostalFiling.CommandOf(
            Sample.R7, Wage, Envelope(answers), Tokyo.Day("2026-02-09"), Tokyo.At("2026-02-10T11:00:00")));
    }

    private static Envelope Envelope(IReadOnlyDictionary<string, string>? answers) => new(
        "e1", Sample.CaseId, Tedori.Programme.Step.Claim, null, Tokyo.Day("2026-02-10"), "簡易書留", null, [], [], 0, [],
        EnvelopeState.AwaitingSecondReading)
    {
        Answers = answers,
    };
}
