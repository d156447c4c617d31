using NodaTime;

namespace Tedori.Programme.Plans;

/// <summary>
/// One fiscal year's cooperation plan of Tokyo and the Tokyo chamber of commerce (実施計画) as data, every text as in the
/// source. Built only by <see cref="PlanReader"/>, which checks it whole.
/// </summary>
/// <param name="Id">Short id, the first part of every measure's address, for example <c>r7</c>.</param>
/// <param name="Edition">Id of the programme whose items the measures fit.</param>
/// <param name="Title">Title of the plan.</param>
/// <param name="FiscalYear">Western year in which the fiscal year begins (April).</param>
/// <param name="Agreement">The agreement that it rests on.</param>
/// <param name="Preamble">First sentence of the plan.</param>
/// <param name="From">First day on which it holds, inclusive, Asia/Tokyo. It holds until a later plan does.</param>
/// <param name="Closing">Last sentence of the plan.</param>
/// <param name="Areas">The areas (分野), by number, without gaps from 1.</param>
public sealed record Plan(
    string Id,
    string Edition,
    string Title,
    int FiscalYear,
    Agreement Agreement,
    string Preamble,
    LocalDate From,
    string Closing,
    IReadOnlyList<PlanArea> Areas)
{
    /// <summary>When the chamber spreads the word, by occasion in their order; empty where the file does not say.</summary>
    public IReadOnlyList<KitRule> Kit { get; init; } = [];

    /// <summary>The fiscal year as it is spoken of, for example 令和7年度.</summary>
    public string YearName => $"令和{FiscalYear - 2018}年度";

    /// <summary>All measures of both sides, in the order of the plan.</summary>
    public IEnumerable<Measure> Measures => Areas.SelectMany(a => a.Measures);

    /// <summary>The area with this number, or null.</summary>
    public PlanArea? FindArea(int number) => number >= 1 && number <= Areas.Count ? Areas[number - 1] : null;

    /// <summary>The measure with this id, or null.</summary>
    public Measure? Find(MeasureId id) => Measures.FirstOrDefault(m => m.Id == id);

    /// <summary>The measures that fit an item of the programme, in the order of the plan.</summary>
    public IEnumerable<Measure> For(int item) => Measures.Where(m => m.FitOf(item) is not null);
}
