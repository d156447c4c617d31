using NodaTime;
using Tedori.Programme.Plans;

namespace Tedori.Functions.Public.Plans;

/// <summary>What <c>/plan.json</c> holds: every plan, the oldest first. Additive only: others read it.</summary>
/// <param name="Plans">The plans.</param>
public sealed record PublishedPlans(IReadOnlyList<PublishedPlan> Plans)
{
    /// <summary>The file of these plans.</summary>
    public static PublishedPlans Of(IEnumerable<Plan> plans) => new([.. plans.Select(PublishedPlan.Of)]);
}

/// <summary>A plan as it is published.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Edition">Id of the programme whose items are named.</param>
/// <param name="Title">Its title.</param>
/// <param name="FiscalYear">Western year in which the fiscal year begins (April).</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="Agreement">The agreement that it rests on.</param>
/// <param name="Preamble">First sentence.</param>
/// <param name="Closing">Last sentence.</param>
/// <param name="Areas">The areas in order.</param>
public sealed record PublishedPlan(
    string Id, string Edition, string Title, int FiscalYear, LocalDate From, Agreement Agreement, string Preamble,
    string Closing, IReadOnlyList<PublishedArea> Areas)
{
    internal static PublishedPlan Of(Plan plan) => new(
        plan.Id, plan.Edition, plan.Title, plan.FiscalYear, plan.From, plan.Agreement, plan.Preamble, plan.Closing,
        [.. plan.Areas.Select(a => new PublishedArea(
            a.Number, a.Name, a.Contents, [.. a.Measures.Select(PublishedMeasure.Of)]))]);
}

/// <summary>An area as it is published.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its heading in the plan.</param>
/// <param name="Contents">The contents in order.</param>
/// <param name="Measures">The measures: Tokyo's, then the chamber's.</param>
public sealed record PublishedArea(
    int Number, string Name, IReadOnlyList<PlanContent> Contents, IReadOnlyList<PublishedMeasure> Measures);

/// <summary>A measure as it is published.</summary>
/// <param name="Id">Its id, which holds for good.</param>
/// <param name="Path">Path of its page.</param>
/// <param name="Side"><c>tokyo</c> or <c>chamber</c>.</param>
/// <param name="Letter">Its letter in the plan.</param>
/// <param name="Name">A short name of ours.</param>
/// <param name="Text">Its text in the plan.</param>
/// <param name="Points">What stands below it in the plan.</param>
/// <param name="Fits">Which items of the programme it fits, and why.</param>
/// <param name="Situations">Which situations of a company it fits, and why.</param>
/// <param name="IsProgramme">Whether it is the programme itself.</param>
public sealed record PublishedMeasure(
    string Id, string Path, string Side, string Letter, string Name, string Text, IReadOnlyList<string> Points,
    IReadOnlyList<ItemFit> Fits, IReadOnlyList<SituationFit> Situations, bool IsProgramme)
{
    internal static PublishedMeasure Of(Measure measure) => new(
        measure.Id.ToString(), measure.Id.Path, measure.Id.Side.Key(), measure.Letter, measure.Name, measure.Text,
        measure.Points, measure.Fits, measure.Situations, measure.IsProgramme);
}
