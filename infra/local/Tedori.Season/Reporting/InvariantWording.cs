using System.Text.RegularExpressions;
using Tedori.Season.Checks;

namespace Tedori.Season.Reporting;

/// <summary>What was checked, in Japanese; what did not hold stays in the words of the check, which programs read too.</summary>
internal static partial class InvariantWording
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["amounts"] = "支給額",
        ["returned mail"] = "戻ったメール",
        ["hash chains"] = "記録の連鎖",
        ["cut-offs"] = "締切",
        ["decisions by two"] = "2人の決裁",
        ["draws"] = "抽選",
        ["pending post"] = "郵便による保留",
        ["extra time"] = "延長と障害",
        ["one company, one lot"] = "1社1件の抽選",
        ["mails"] = "メール",
        ["outcomes"] = "申請の結果",
        ["places"] = "予定社数",
        ["promotions"] = "繰上当選",
        ["quota ledger"] = "予定社数の台帳",
        ["recipients"] = "宛先",
        ["result notices"] = "結果の通知",
        ["sealed lists"] = "封印した名簿",
        ["years side by side"] = "並行する年度",
        ["statements"] = "制度と日付",
        ["versions"] = "提出の版",
    };

    /// <summary>Its name; as the check has it where none is known.</summary>
    public static string NameOf(Invariant invariant) =>
        Names.TryGetValue(invariant.Name, out var name) ? name : Wording.OneLine(invariant.Name);

    /// <summary>How much was looked at, or null where it did not hold.</summary>
    public static string? CountOf(Invariant invariant) =>
        Checked().Match(invariant.Detail) is { Success: true } match ? $"{match.Groups["count"].Value}件を確認しました。" : null;

    [GeneratedRegex(@"\A(?<count>[\d,]+) .+ checked\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Checked();
}
