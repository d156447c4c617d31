namespace Tedori.Programme.Text;

/// <summary>The short writings of legal forms of companies (法人格), written in full.</summary>
internal static class LegalForms
{
    // Longer ones first, because one may end another.
    private static readonly (string Short, string Full)[] Forms =
    [
        ("㍿", "株式会社"), ("㈱", "株式会社"), ("㈲", "有限会社"), ("㈾", "合資会社"), ("㈴", "合名会社"), ("㈳", "社団法人"), ("㈶", "財団法人"),
        ("(特非)", "特定非営利活動法人"), ("NPO法人", "特定非営利活動法人"), ("(一社)", "一般社団法人"), ("(一財)", "一般財団法人"),
        ("(公社)", "公益社団法人"), ("(公財)", "公益財団法人"), ("(社福)", "社会福祉法人"), ("(医社)", "医療法人社団"), ("(医)", "医療法人"),
        ("(学)", "学校法人"), ("(宗)", "宗教法人"), ("(株)", "株式会社"), ("(有)", "有限会社"), ("(同)", "合同会社"), ("(資)", "合資会社"),
        ("(名)", "合名会社"), ("(合)", "合同会社"),
    ];

    private static readonly string[] Full =
        [.. Forms.Select(f => f.Full).Distinct().OrderByDescending(f => f.Length)];

    /// <summary>The name with its legal form in full.</summary>
    public static string Unfold(string name)
    {
        foreach (var (form, full) in Forms)
            name = name.Replace(form, full, StringComparison.Ordinal);
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
}
