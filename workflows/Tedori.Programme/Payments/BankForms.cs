namespace Tedori.Programme.Payments;

/// <summary>
/// The short writing of legal forms in names of accounts: <c>カ)</c> in front, <c>(カ</c> behind, <c>(カ)</c> between.
/// </summary>
internal static class BankForms
{
    // In full, in kanji and in kana; the longest first, so that none is taken for a part of another.
    private static readonly (string Full, string Short)[] All =
    [
        .. new (string[] Full, string Short)[]
        {
            (["特定非営利活動法人", "トクテイヒエイリカツドウホウジン", "NPO法人", "NPOホウジン"], "トクヒ"),
            (["一般社団法人", "イッパンシャダンホウジン", "公益社団法人", "コウエキシャダンホウジン", "社団法人", "シャダンホウジン"], "シヤ"),
            (["一般財団法人", "イッパンザイダンホウジン", "公益財団法人", "コウエキザイダンホウジン", "財団法人", "ザイダンホウジン"], "ザイ"),
            (["社会福祉法人", "シャカイフクシホウジン"], "フク"),
            (["医療法人社団", "イリョウホウジンシャダン", "医療法人財団", "イリョウホウジンザイダン", "医療法人", "イリョウホウジン"], "イ"),
            (["株式会社", "カブシキガイシャ", "カブシキカイシャ"], "カ"),
            (["有限会社", "ユウゲンガイシャ", "ユウゲンカイシャ"], "ユ"),
            (["合同会社", "ゴウドウガイシャ", "ゴウドウカイシャ"], "ド"),
            (["合資会社", "ゴウシガイシャ", "ゴウシカイシャ"], "シ"),
            (["合名会社", "ゴウメイガイシャ", "ゴウメイカイシャ"], "メ"),
        }.SelectMany(f => f.Full.Select(full => (Full: BankKana.Kana(full), f.Short))).OrderByDescending(f => f.Full.Length),
    ];

    // In brackets, as 会社 write themselves: (株) is カ wherever it stands.
    private static readonly (string Full, string Short)[] Bracketed =
    [
        ("(株)", "カ"), ("(有)", "ユ"), ("(同)", "ド"), ("(資)", "シ"), ("(名)", "メ"), ("(医)", "イ"), ("(福)", "フク"), ("(特非)", "トクヒ"),
        ("(一社)", "シヤ"), ("(一財)", "ザイ"), ("(社)", "シヤ"), ("(財)", "ザイ"),
    ];

    /// <summary>The name with its legal forms short; a name that has none in full stays as it is.</summary>
    public static string Shorten(string name)
    {
        foreach (var (full, form) in Bracketed.Concat(All))
        {
            for (var at = name.IndexOf(full, StringComparison.Ordinal); at >= 0; at = name.IndexOf(full, StringComparison.Ordinal))
            {
                var (before, behind) = (name[..at].TrimEnd(' '), name[(at + full.Length)..].TrimStart(' '));
                // Nothing but the form is left as it is written: nobody is called so.
                if (before.Length == 0 && behind.Length == 0)
                    return form;
                name = before + (before.Length == 0 ? $"{form})" : behind.Length == 0 ? $"({form}" : $"({form})") + behind;
            }
        }

        return name;
    }
}
