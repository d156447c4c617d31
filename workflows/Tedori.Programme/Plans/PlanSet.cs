using NodaTime;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Plans;

/// <summary>Plans beside each other, each read by itself; the faults of all of them are known at once.</summary>
/// <param name="Plans">The plans that hold, the oldest first, each id once.</param>
/// <param name="Faults">One English sentence a fault, with the name of the file.</param>
public sealed record PlanSet(IReadOnlyList<Plan> Plans, IReadOnlyList<string> Faults)
{
    /// <summary>Reads files; of two with one id the first holds.</summary>
    public static PlanSet Read(IEnumerable<EditionText> files, IReadOnlyList<Edition> editions)
    {
        ArgumentNullException.ThrowIfNull(files);
        var (plans, faults) = (new List<Plan>(), new List<string>());
        foreach (var (name, text) in files)
        {
            switch (PlanReader.Read(text, editions))
            {
                case PlanReading.Invalid invalid:
                    faults.AddRange(invalid.Faults.Select(f => $"The plan '{name}' has a fault at {f}"));
                    break;
                case PlanReading.Valid { Plan: var plan } when plans.Any(p => p.Id == plan.Id):
                    faults.Add($"The plan '{name}' has the id '{plan.Id}' of another file: give another.");
                    break;
                case PlanReading.Valid { Plan: var plan }:
                    plans.Add(plan);
                    break;
            }
        }

        return new([.. plans.OrderBy(p => p.From)], faults);
    }

    /// <summary>The plan that holds on a day, Asia/Tokyo; before the first one holds, the first; null where there is none.</summary>
    public Plan? On(LocalDate day) =>
        Plans.LastOrDefault(p => p.From <= day) ?? (Plans is [var first, ..] ? first : null);

    /// <summary>The plan with this id, or null.</summary>
    public Plan? Find(string id) => Plans.FirstOrDefault(p => p.Id == id);

    /// <summary>The measure with this id, or null.</summary>
    public Measure? Find(MeasureId id) => Find(id.Plan)?.Find(id);

    /// <summary>The plan whose measures fit the items of a programme, the latest of several, or null where there is none.</summary>
    public Plan? Of(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Plans.LastOrDefault(p => p.Edition == edition.Id);
    }
}
