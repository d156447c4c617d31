using System.Globalization;

namespace Tedori.Programme.Plans;

/// <summary>
/// Names one measure for good: the plan, the area, the side and the letter in Latin script, <c>r7-1-tokyo-u</c>. Part of
/// addresses that stand in mails, and storage format.
/// </summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Area">Number of the area.</param>
/// <param name="Side">Who carries it out.</param>
/// <param name="Letter">The letter in Latin script, <c>u</c> for ウ: see <see cref="KanaLetters"/>.</param>
public readonly record struct MeasureId(string Plan, int Area, MeasureSide Side, string Letter)
{
    /// <summary>Path of its page, from the root.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/plan/{Plan}/{Area}/{Side.Key()}/{Letter}");

    /// <summary>The id in its printed form.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Plan}-{Area}-{Side.Key()}-{Letter}");

    /// <summary>Reads the printed form; false where it is none. Whether there is such a measure, only a plan knows.</summary>
    public static bool TryParse(string? text, out MeasureId id)
    {
        id = default;
        if (text?.Split('-') is not [var plan, var area, var side, var letter])
            return false;
        return TryParse(plan, area, side, letter, out id);
    }

    /// <summary>Reads the parts of an address; false where they are none.</summary>
    public static bool TryParse(string plan, string area, string side, string letter, out MeasureId id)
    {
        id = default;
        // An area has one spelling: 1, and neither 01 nor +1.
        if (!RoundId.IsEdition(plan) || !int.TryParse(area, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || area[0] == '0' || KanaLetters.OfLatin(letter) is null)
            return false;
        foreach (var one in MeasureSides.All)
        {
            if (one.Key() == side)
            {
                id = new(plan, number, one, letter);
                return true;
            }
        }

        return false;
    }
}
