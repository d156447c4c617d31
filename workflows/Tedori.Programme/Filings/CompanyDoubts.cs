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

    // The wards, cities, towns and villages of Tokyo, by which an address may begin.
    private static readonly string[] Municipalities =
    [
        .. ("千代田区 中央区 港区 新宿区 文京区 台東区 墨田区 江東区 品川区 目黒区 大田区 世田谷区 渋谷区 中野区 杉並区 豊島区 北区 荒川区 板橋区 練馬区 足立区 葛飾区 江戸川区 "
            + "八王子市 立川市 武蔵野市 三鷹市 青梅市 府中市 昭島市 調布市 町田市 小金井市 小平市 日野市 東村山市 国分寺市 国立市 福生市 狛江市 東大和市 清瀬市 東久留米市 "
            + "武蔵村山市 多摩市 稲城市 羽村市 あきる野市 西東京市 瑞穂町 日の出町 檜原村 奥多摩町 大島町 利島村 新島村 神津島村 三宅村 御蔵島村 八丈町 青ヶ島村 小笠原村")
            .Split(' ').Select(Plain),
    ];

    /// <summary>The sentences, in the order of the form.</summary>
    public static IEnumerable<string> Of(CaseState state, FormAnswers answers)
    {
        if (answers.Number("employees") is { } employees && answers.Number("insured") is { } insured && insured > employees)
            yield return Text($"確認してください: 雇用保険に加入している従業員数({insured}人)が、常時雇用する従業員数({employees}人)より多くなっています。");
        if (answers.Has("office") && !InTokyo(Plain(answers["office"])))
            yield return "確認してください: 都内の主な事業所の所在地が、東京都の住所として読み取れません。";
        var entered = JapanTime.DateOf(state.EnteredAt);
        if (FieldText.Date(answers["rulesFiledOn"]) is { } filed && filed > entered)
            yield return $"確認してください: 就業規則を届け出た日({JapaneseDate.Full(filed)})が、事前エントリーの日({JapaneseDate.Full(entered)})より後です。";
        if (answers.Number("yearlyDays") is > MostWorkingDays and var days)
            yield return Text($"確認してください: 1年の所定労働日数({days}日)が、週1日の休日を除いた日数({MostWorkingDays}日)を超えています。");
    }

    private static bool InTokyo(string address)
    {
        var place = Postcode().Replace(address, "");
        return place.StartsWith("東京都", StringComparison.Ordinal) || place.Contains("TOKYO", StringComparison.Ordinal)
            || Municipalities.Any(m => place.StartsWith(m, StringComparison.Ordinal));
    }

    // 檜原村 and 桧原村, 青ヶ島村 and 青ケ島村.
    private static string Plain(string text) => string.Concat(
        Folding.Fold(text).Replace(" ", "", StringComparison.Ordinal).EnumerateRunes().Select(r => KanjiVariants.Default.Fold(r).ToString()));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^〒?[0-9]{3}-?[0-9]{4}")]
    private static partial Regex Postcode();
}
