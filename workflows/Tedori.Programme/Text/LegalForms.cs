using System.Text.RegularExpressions;

namespace Tedori.Programme.Text;

/// <summary>The short writings of legal forms of companies (法人格), written in full.</summary>
internal static partial class LegalForms
{
    private const string Npo = "特定非営利活動法人";

    // As they stand in brackets; that of 合同会社 is written 同 or 合.
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["株"] = "株式会社",
        ["有"] = "有限会社",
        ["同"] = "合同会社",
        ["合"] = "合同会社",
        ["資"] = "合資会社",
        ["名"] = "合名会社",
        ["相"] = "相互会社",
        ["医"] = "医療法人",
        ["医社"] = "医療法人社団",
        ["医財"] = "医療法人財団",
        ["社"] = "社団法人",
        ["財"] = "財団法人",
        ["一社"] = "一般社団法人",
        ["一財"] = "一般財団法人",
        ["公社"] = "公益社団法人",
        ["公財"] = "公益財団法人",
        ["社福"] = "社会福祉法人",
        ["福"] = "社会福祉法人",
        ["特非"] = Npo,
        ["NPO"] = Npo,
        ["学"] = "学校法人",
        ["宗"] = "宗教法人",
        ["独"] = "独立行政法人",
        ["農"] = "農事組合法人",
        ["弁"] = "弁護士法人",
        ["税"] = "税理士法人",
        ["司"] = "司法書士法人",
        ["行"] = "行政書士法人",
    };

    // Circled, which the folding of width would leave without a bracket.
    private static readonly (string Circled, string Short)[] Circles =
        [("㊑", "(株)"), ("㊒", "(有)"), ("㊓", "(社)"), ("㊔", "(名)"), ("㊖", "(財)"), ("㊩", "(医)"), ("㊫", "(学)"), ("㊪", "(宗)")];

    private static readonly string[] Full = [.. Short.Values.Distinct().OrderByDescending(f => f.Length)];

    /// <summary>The name with circled forms in brackets: before widths are folded.</summary>
    public static string Uncircle(string name)
    {
        foreach (var (circled, form) in Circles)
            name = name.Replace(circled, form, StringComparison.Ordinal);
        return name;
    }

    /// <summary>The name with its legal form in full and without brackets around it, of whatever kind they are.</summary>
    public static string Unfold(string name)
    {
        name = name.Replace("NPO法人", Npo, StringComparison.Ordinal);
        // Brackets may stand in brackets; each time there are fewer.
        while (InBrackets().Match(name) is { Success: true } match && FullOf(match.Groups[1].Value) is { } full)
            name = name[..match.Index] + full + name[(match.Index + match.Length)..];
        return name;
    }

    /// <summary>The name without its legal form; the name itself where it is nothing else.</summary>
    public static string Strip(string name)
    {
        var rest = name;
        foreach (var full in Full)
            rest = rest.Replace(full, "", StringComparison.Ordinal);
        return rest.Length > 0 ? rest : name;
    }

    private static string? FullOf(string form) => Short.GetValueOrDefault(form) ?? Full.FirstOrDefault(f => f == form);

    [GeneratedRegex(
        "[([{<〔【〈《「『〖〘〚⟨⦅](株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|医療法人社団|医療法人財団|医療法人|一般社団法人|一般財団法人"
        + "|公益社団法人|公益財団法人|社団法人|財団法人|社会福祉法人|特定非営利活動法人|学校法人|宗教法人|独立行政法人|農事組合法人|弁護士法人|税理士法人"
        + "|司法書士法人|行政書士法人|医社|医財|一社|一財|公社|公財|社福|特非|NPO|[株有同合資名相医社財福学宗独農弁税司行])[)\\]}>〕】〉》」』〗〙〛⟩⦆]")]
    private static partial Regex InBrackets();
}
