namespace Tedori.Programme.Payments;

/// <summary>
/// The short writing of legal forms in names of accounts (法人略語): <c>カ)</c> in front, <c>(カ</c> behind, <c>(カ)</c>
/// between. Works on what <see cref="BankKana.Kana"/> gives.
/// </summary>
internal static class BankForms
{
    // In full, in kanji and in kana, and as companies put them in brackets.
    private static readonly (string[] Full, string[] Bracketed, string Short)[] Forms =
    [
        (["特定非営利活動法人", "トクテイヒエイリカツドウホウジン", "NPO法人", "NPOホウジン", "エヌピーオーホウジン"], ["特非", "NPO"], "トクヒ"),
        (["一般社団法人", "イッパンシャダンホウジン", "公益社団法人", "コウエキシャダンホウジン", "社団法人", "シャダンホウジン"], ["一社", "公社", "社"], "シヤ"),
        (["一般財団法人", "イッパンザイダンホウジン", "公益財団法人", "コウエキザイダンホウジン", "財団法人", "ザイダンホウジン"], ["一財", "公財", "財"], "ザイ"),
        (["社会福祉法人", "シャカイフクシホウジン"], ["社福", "福"], "フク"),
        (
            [
                "医療法人社団", "イリョウホウジンシャダン", "医療法人財団", "イリョウホウジンザイダン", "社会医療法人", "シャカイイリョウホウジン",
                "医療法人", "イリョウホウジン",
            ],
            ["医社", "医財", "医"], "イ"),
        (["学校法人", "ガッコウホウジン"], ["学"], "ガク"),
        (["宗教法人", "シュウキョウホウジン"], ["宗"], "シユウ"),
        (["農事組合法人", "ノウジクミアイホウジン"], ["農"], "ノウ"),
        (["社会保険労務士法人", "シャカイホケンロウムシホウジン"], [], "ロウム"),
        (["税理士法人", "ゼイリシホウジン"], ["税"], "ゼイ"),
        (["弁護士法人", "ベンゴシホウジン"], ["弁"], "ベン"),
        (["司法書士法人", "シホウショシホウジン"], ["司"], "シホウ"),
        (["行政書士法人", "ギョウセイショシホウジン"], ["行"], "ギヨ"),
        (["株式会社", "カブシキガイシャ", "カブシキカイシャ"], ["株"], "カ"),
        (["有限会社", "ユウゲンガイシャ", "ユウゲンカイシャ"], ["有"], "ユ"),
        (["合同会社", "ゴウドウガイシャ", "ゴウドウカイシャ"], ["同", "合"], "ド"),
        (["合資会社", "ゴウシガイシャ", "ゴウシカイシャ"], ["資"], "シ"),
        (["合名会社", "ゴウメイガイシャ", "ゴウメイカイシャ"], ["名"], "メ"),
    ];

    // The longest first, so that none is taken for a part of another.
    private static readonly (string Written, string Short)[] Written =
    [
        .. Forms
            .SelectMany(f => f.Full.Select(BankKana.Kana).SelectMany(full => new[] { full, $"({full})" })
                .Concat(f.Bracketed.Append(f.Short).Select(b => $"({b})"))
                .Select(written => (written, f.Short)))
            .OrderByDescending(f => f.written.Length),
    ];

    /// <summary>
    /// The name with its legal forms short, and without blanks beside them; null where nothing else is left. Done again it
    /// changes nothing.
    /// </summary>
    public static string? Shorten(string name)
    {
        for (string? before = null; before != name;)
        {
            before = name;
            foreach (var (written, form) in Written)
            {
                if (name == written)
                    return null;
                name = Shortened(name, written, form);
            }
        }

        return Array.Exists(Forms, f => name == $"{f.Short})" || name == $"({f.Short}") ? null : name;
    }

    /// <summary>A name as banks print it without its legal forms, in whatever place they stand.</summary>
    public static string Strip(string printed)
    {
        foreach (var form in Forms.Select(f => BankKana.Narrowed(f.Short)))
        {
            if (printed.StartsWith($"{form})", StringComparison.Ordinal))
                printed = printed[(form.Length + 1)..];
            if (printed.EndsWith($"({form}", StringComparison.Ordinal))
                printed = printed[..^(form.Length + 1)];
            printed = printed.Replace($"({form})", "", StringComparison.Ordinal);
        }

        return printed;
    }

    private static string Shortened(string name, string written, string form)
    {
        var at = name.IndexOf(written, StringComparison.Ordinal);
        if (at == 0)
            return $"{form}){name[written.Length..].TrimStart(' ')}";
        if (name.EndsWith(written, StringComparison.Ordinal))
            return $"{name[..^written.Length].TrimEnd(' ')}({form}";
        if (at > 0)
            name = $"{name[..at].TrimEnd(' ')}({form}){name[(at + written.Length)..].TrimStart(' ')}";
        if (name.StartsWith($"{form}) ", StringComparison.Ordinal))
            name = $"{form}){name[(form.Length + 2)..]}";
        return name.EndsWith($" ({form}", StringComparison.Ordinal) ? $"{name[..^(form.Length + 2)]}({form}" : name;
    }
}
