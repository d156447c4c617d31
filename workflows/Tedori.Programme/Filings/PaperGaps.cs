using System.Globalization;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Filings;

/// <summary>
/// What a filing on paper leaves open, by the checks of the form that the same filing online must pass. A paper cannot be
/// handed back to be filled in, so each fault becomes something to be corrected.
/// </summary>
public static class PaperGaps
{
    // Decided by the rules of the case themselves.
    private const string TooFew = "tooFewItems";

    /// <summary>What is open, in order of the fields; null where nothing is.</summary>
    public static IReadOnlyList<FilingGap>? Of(Edition edition, FilingForm form, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(form);
        var labels = form.Fields.ToDictionary(f => f.Name, f => f.Label);
        FilingGap[] gaps = [.. FilingForms.Faults(edition, form, answers).Where(f => f.Code != TooFew)
            .Select(f => new FilingGap(labels[f.Field], f.Text, ItemOf(edition, f.Field)))];
        return gaps.Length == 0 ? null : gaps;
    }

    // item-3, plan-3, since-3, made-3, scheme-3-1, evidence-3-2; the tables belong to an item each.
    private static int? ItemOf(Edition edition, string field) => field.Split('-') switch
    {
        ["wage", ..] => ItemFields.WageItem(edition)?.Number,
        ["rest" or "week", ..] => edition.Filings.RestItem,
        ["item" or "plan" or "since" or "made" or "scheme" or "evidence" or "agreed" or "exceptions", var number, ..] =>
            int.Parse(number, CultureInfo.InvariantCulture),
        _ => null,
    };
}
