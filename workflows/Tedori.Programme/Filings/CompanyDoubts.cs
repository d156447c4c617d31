using System.Globalization;
using System.Text.RegularExpressions;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>
/// What does not fit together in a company registration. None of it is refused, as there may be a reason: the company reads
/// it before it files, and whoever reviews reads it beside what was stated.
/// </summary>
internal static partial class CompanyDoubts
{
    // A year less one day of rest a week (Labour Standards Act, article 35).
    private const int MostWorkingDays = 366 - 52;

    /// <summary>The sentences, in the order of the form.</summary>
    public static IEnumerable<string> Of(CaseState state, FormAnswers answers)
    {
        if (answers.Number("employees") is { } employees && answers.Number("insured") is { } insured && insured > employees)
            yield return Text($"確認してください: 雇用保険に加入している従業員数({insured}人)が、常時雇用する従業員数({employees}人)より多くなっています。");
        if (Elsewhere().IsMatch(Folding.Fold(answers["office"])))
            yield return "確認してください: 都内の主な事業所の所在地が、東京都ではない道府県で始まっています。";
        var entered = JapanTime.DateOf(state.EnteredAt);
        if (FieldText.Date(answers["rulesFiledOn"]) is { } filed && filed > entered)
            yield return $"確認してください: 就業規則を届け出た日({JapaneseDate.Full(filed)})が、事前エントリーの日({JapaneseDate.Full(entered)})より後です。";
        if (answers.Number("yearlyDays") is > MostWorkingDays and var days)
            yield return Text($"確認してください: 1年の所定労働日数({days}日)が、週1日の休日を除いた日数({MostWorkingDays}日)を超えています。");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^(北海道|京都府|大阪府|\\p{IsCJKUnifiedIdeographs}{2,3}県)")]
    private static partial Regex Elsewhere();
}
