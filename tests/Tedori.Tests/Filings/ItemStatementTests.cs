using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Post;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Office;
using Tedori.Workflows.Post;

namespace Tedori.Tests.Filings;

/// <summary>Schemes and dates come into the record with the filing, online and by post, and with a correction.</summary>
public sealed class ItemStatementTests
{
    private static readonly NodaTime.Instant Now = Tokyo.At("2026-02-10T11:00:00");
    private static readonly CaseState Visited = CaseEvolution.Fold(Story.Visited);
    private static readonly CaseState Claimed = CaseEvolution.Fold(Story.ClaimedOtherwise);
    private static readonly CaseState Asked = CaseEvolution.Fold(
        [.. Story.ClaimedOtherwise, new CaseEvent.CorrectionRequested(
            Now, new(1, Step.ClaimReview, Sample.Flaws, Tokyo.Day("2026-02-10"), Tokyo.Day("2026-02-25")))]);

    [Fact]
    public void Project_FiledOnline_StatesTheSchemesOfItsItems()
    {
        var command = Assert.IsType<CaseCommand.RegisterProject>(Online(Visited, FormKind.Project, Filled.Project));
        var decided = Assert.IsType<Decision.Accepted>(CaseDecider.Decide(Sample.R7, Visited, command with
        {
            At = Tokyo.At("2025-10-01T11:00:00"),
            Filing = Sample.Web("2025-10-01T11:00:00"),
        }));

        var stated = Assert.Single(Assert.IsType<CaseEvent.ProjectRegistered>(Assert.Single(decided.Events)).Project.Stated!);

        Assert.Equal((2, "2"), (stated.Item, string.Join(',', stated.Schemes!)));
    }

    [Fact]
    public void Claim_FiledOnline_StatesTheSchemesAndDatesOfItsItems()
    {
        var planned = CaseEvolution.Fold([.. Story.Visited, new CaseEvent.ProjectRegistered(
            Tokyo.At("2025-10-01T11:00:00"), Sample.Web("2025-10-01T11:00:00", "project"), new([1, 2, 15], Track.Wage))]);

        var stated = Assert.IsType<CaseCommand.SubmitClaim>(Online(planned, FormKind.Claim, Filled.Claim)).Stated!;

        Assert.Equal([1, 2, 15], stated.Select(s => s.Item));
        Assert.Equal([null, "2", null], stated.Select(s => s.Schemes is null ? null : string.Join(',', s.Schemes)));
        Assert.Equal([Tokyo.Day("2025-10-20"), Tokyo.Day("2025-10-20"), null], stated.Select(s => s.Made));
        Assert.All(stated, s => Assert.Equal(Tokyo.Day("2025-11-01"), s.Since));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Claim_OfASchemeThatWasNotRegistered_SaysSoAtItsBox(bool kept)
    {
        var stated = kept ? (IReadOnlyList<ItemStatement>)[new(2, Schemes: [2])] : null;
        var project = Visited with { Project = new([1, 2, 15], Track.Wage, stated), Step = Step.Claim };

        var form = FilingForms.Of(Sample.R7, project, new(FormKind.Claim))!;

        Assert.Equal(
            kept ? ["scheme-2-1"] : [],
            form.Fields.Where(f => f.Label.EndsWith("(登録していない制度です。審査で確認します)", StringComparison.Ordinal))
                .Select(f => f.Name));
    }

    [Fact]
    public void Claim_FiledByPost_StatesWhatStandsOnThePaperAndTheReviewFindsIt()
    {
        var ended = CaseEvolution.Fold(Story.Ended);
        var command = PostalFiling.CommandOf(Sample.R7, ended, Envelope(Step.Claim, null,
            ("item-1", "yes"), ("made-1", "2025/9/1"), ("item-2", "yes"), ("since-2", "令和7年11月1日")),
            Tokyo.Day("2026-02-09"), Now);

        var events = Assert.IsType<Decision.Accepted>(CaseDecider.Decide(Sample.R7, ended, command)).Events;
        var reviews = ItemReview.Of(Sample.R7, events.Aggregate(ended, CaseEvolution.Evolve));

        Assert.Equal(["madeEarly", "sinceMissing"], reviews[0].Findings.Select(f => f.Code));
        Assert.Equal(["schemeNotStated", "madeMissing"], reviews[1].Findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Correction_OfAClaim_MayStateItsItemsAnewOnlineAndByPost(bool byPost)
    {
        (string, string?)[] answers =
            [("answer-1", "訂正します。"), ("item-1", "yes"), ("made-1", "2025/10/5"), ("since-1", "2025/11/1")];
        var command = byPost
            ? PostalFiling.CommandOf(
                Sample.R7, Asked, Envelope(Step.ClaimReview, 1, answers), Tokyo.Day("2026-02-09"), Now)
            : Online(Asked, FormKind.Correction, answers, 1);

        var state = Assert.IsType<Decision.Accepted>(CaseDecider.Decide(Sample.R7, Asked, command)).Events
            .Aggregate(Asked, CaseEvolution.Evolve);

        Assert.Equal(Tokyo.Day("2025-10-05"), state.Claim!.Stated![0].Made);
        Assert.Equal(Claimed.Claim!.Stated![1], state.Claim.Stated[1]);
    }

    [Theory]
    [InlineData("made-1", "2025/9/30")]
    [InlineData("since-1", "2025/10/4")]
    [InlineData("since-1", "")]
    public void Correction_ThatStatesAnItemWrongly_IsRefusedAtTheField(string field, string value)
    {
        var form = FilingForms.Of(Sample.R7, Asked, new(FormKind.Correction, 1))!;
        var texts = new Dictionary<string, string>
        {
            ["answer-1"] = "訂正します。",
            ["item-1"] = "yes",
            ["made-1"] = "2025/10/5",
            ["since-1"] = "2025/11/1",
            [field] = value,
        };

        var fault = Assert.Single(
            FilingForms.Faults(Sample.R7, form, form.Take(name => texts.GetValueOrDefault(name, ""))));

        Assert.Equal(field, fault.Field);
    }

    [Fact]
    public void Correction_OfTheEligibility_AsksForNoItems() => Assert.DoesNotContain(
        FilingForms.Of(Sample.R7, CaseEvolution.Fold(Story.Asked), new(FormKind.Correction, 1))!.Sections,
        s => s.Kind == SectionKind.Items);

    private static CaseCommand Online(
        CaseState state, FormKind kind, (string Name, string? Value)[] fields, int correction = 0)
    {
        var form = FilingForms.Of(Sample.R7, state, new(kind, correction))!;
        var texts = fields.ToDictionary(f => f.Name, f => f.Value ?? "");
        var answers = form.Take(name => texts.GetValueOrDefault(name, ""));
        Assert.Empty(FilingForms.Faults(Sample.R7, form, answers));
        return FilingCommands.Of(Sample.R7, form, answers, Sample.Web(Now, "filed"), Now);
    }

    private static Envelope Envelope(Step step, int? correction, params (string Name, string? Value)[] fields) => new(
        "e1", Sample.CaseId, step, correction, Tokyo.Day("2026-02-10"), "簡易書留", null, [], [], 0,
        [new(ActingOffice.Ito.Id, ActingOffice.Ito.Name, Tokyo.Day("2026-02-09"), Now)], EnvelopeState.Filed)
    {
        Answers = fields.ToDictionary(f => f.Name, f => f.Value!),
    };
}
