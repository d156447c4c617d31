namespace Tedori.Programme.Plans;

/// <summary>One measure of the plan (取組), with its letter and text as in the source.</summary>
/// <param name="Id">Its name for good.</param>
/// <param name="Letter">Its letter in the plan, ア, イ, ウ ….</param>
/// <param name="Name">A short name for lists and mails. Ours, not the plan's.</param>
/// <param name="Text">Its text as in the plan.</param>
/// <param name="Points">What stands below it in the plan (・), in order; empty where nothing does.</param>
/// <param name="Fits">Which items of the programme it fits, and why. Ours, not the plan's.</param>
/// <param name="Situations">Which situations of a company it fits, and why. Ours, not the plan's.</param>
/// <param name="IsProgramme">Whether it is the programme itself, to which nobody in it has to be referred.</param>
public sealed record Measure(
    MeasureId Id,
    string Letter,
    string Name,
    string Text,
    IReadOnlyList<string> Points,
    IReadOnlyList<ItemFit> Fits,
    IReadOnlyList<SituationFit> Situations,
    bool IsProgramme)
{
    /// <summary>Why it fits an item, or null where it does not.</summary>
    public string? FitOf(int item) => Fits.FirstOrDefault(f => f.Items.Contains(item))?.Reason;

    /// <summary>Why it fits a situation, or null where it does not.</summary>
    public string? FitOf(Situation? situation) =>
        situation is null ? null : Situations.FirstOrDefault(s => s.When == situation)?.Reason;
}
