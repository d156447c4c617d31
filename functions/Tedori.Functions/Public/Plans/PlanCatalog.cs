using NodaTime;
using Tedori.Functions.Languages;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Plans;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Public.Plans;

/// <summary>The plans that the pages show, each with the programme of its items.</summary>
public sealed class PlanCatalog(PlanSet plans, EditionCatalog editions)
{
    // The texts of a plan are folded once for all searches; what is searched of a programme never changes while it is served.
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string Plan, Language Language), MeasureSearch> searches = new();

    /// <summary>All plans, the oldest first.</summary>
    public IReadOnlyList<Plan> All => plans.Plans;

    /// <summary>The plan that holds at an instant.</summary>
    /// <exception cref="InvalidOperationException">The product has none.</exception>
    public Plan At(Instant now) =>
        plans.On(JapanTime.DateOf(now)) ?? throw new InvalidOperationException("The product has no plan.");

    /// <summary>The plan with this id, or null.</summary>
    public Plan? Find(string id) => plans.Find(id);

    /// <summary>The programme whose items the measures of a plan fit, or null where it is not served here.</summary>
    public Edition? EditionOf(Plan plan) => editions.All.FirstOrDefault(e => e.Id == plan.Edition);

    /// <summary>An item of the programme; without its name where that is not served here.</summary>
    public Item ItemOf(Plan plan, int number) => EditionOf(plan)?.FindItem(number) ?? new(number, "", "");

    /// <summary>
    /// Looks for words in a plan: for those of the plan and those that its pages show in the language of the reader, then for
    /// those of the other languages. Who reads easy Japanese finds whatever who reads Japanese finds, and more.
    /// </summary>
    public IReadOnlyList<Measure> Search(Plan plan, string query)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var found = SearchOf(plan, Language.Current).Find(query);
        if (Language.Current != Language.Easy)
            return found;
        var both = found.Concat(SearchOf(plan, Language.Japanese).Find(query)).ToHashSet();
        return [.. plan.Measures.Where(both.Contains)];
    }

    private MeasureSearch SearchOf(Plan plan, Language reader) => searches.GetOrAdd((plan.Id, reader), _ => new(
        plan, EditionOf(plan), reader.Binds ? null : TextsIn(reader),
        [.. Language.All.Where(l => l != reader && !l.Binds).Select(TextsIn)]));

    private static Func<string, string?> TextsIn(Language language) => text => Phrases.All(language).GetValueOrDefault(text);
}
