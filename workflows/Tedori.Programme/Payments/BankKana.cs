using System.Buffers;
using System.Text;
using Tedori.Programme.Text;

namespace Tedori.Programme.Payments;

/// <summary>
/// Names as banks print them (口座名義のカナ): the single bytes of JIS X 0201 that a transfer file may hold, with the legal form
/// of a company in the banks' short writing. Reading what was read changes nothing. Pure.
/// </summary>
public static class BankKana
{
    /// <summary>Most bytes of the name of who is paid (受取人名).</summary>
    public const int MostBytes = 30;

    /// <summary>Everything that a name may hold, a byte each.</summary>
    public const string Allowed = $"{Narrow}ﾞﾟABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ()-.";

    private static readonly SearchValues<char> AllowedSet = SearchValues.Create(Allowed);

    private const string Plain = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Narrow = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    private const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    private const string VoicedOn = "カキクケコサシスセソタチツテトハヒフヘホウ";
    private const string HalfVoiced = "パピプペポ";
    private const string HalfVoicedOn = "ハヒフヘホ";

    // What is written otherwise, and what banks print for it.
    private const string Unusual = "ァィゥェォッャュョヮヵヶヲヰヱー・";
    private const string Usual = "アイウエオツヤユヨワカケオイエ- ";

    // A sign of Unicode of its own, not folded by width.
    private const string SquareCompany = "㍿";

    /// <summary>Reads a name in hiragana, katakana of either width, Latin letters and digits.</summary>
    /// <param name="typed">As typed; a legal form may be written in kanji, in kana or short.</param>
    /// <param name="most">Most bytes; a name that is longer is cut only by a person.</param>
    /// <returns>The name as the bank prints it, or which character it cannot print.</returns>
    public static Reading<string> Read(string typed, int most = MostBytes)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var name = Kana(Dashes.Fold(TypedText.Narrow(Marked(typed))));
        if (name.Length == 0)
            return Reading.Refused<string>("holderMissing", "口座名義をカナで入力してください。");
        if (BankForms.Shorten(name) is not { } shortened)
            return Reading.Refused<string>("holderMissing", "法人の種類だけでなく、口座名義の全体をカナで入力してください。");
        foreach (var rune in shortened.EnumerateRunes())
        {
            if (Byte(rune) is null)
                return Reading.Refused<string>("holderCharacter", $"{CharacterName.Of(rune)}は口座名義に使えません。通帳のとおり、カナ、英字、数字で入力してください。");
        }

        var printed = Narrowed(shortened);
        return printed.Length <= most
            ? Reading.Of(printed)
            : Reading.Refused<string>(
                "holderTooLong",
                $"銀行の表記では「{printed}」の{printed.Length}文字になり、{most}文字を超えます(濁点と半濁点も1文字です)。通帳のとおりに短くして入力してください。");
    }

    /// <summary>The bytes of a name that was read.</summary>
    /// <exception cref="ArgumentException">It holds what no name may hold.</exception>
    public static byte[] Bytes(string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var bytes = new byte[printed.Length];
        Write(printed, bytes);
        return bytes;
    }

    /// <summary>Whether every character of a text may stand in a name.</summary>
    internal static bool IsAllowed(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(AllowedSet);

    /// <summary>Writes the bytes of a name that was read.</summary>
    /// <exception cref="ArgumentException">It holds what no name may hold.</exception>
    internal static void Write(ReadOnlySpan<char> printed, Span<byte> bytes)
    {
        if (printed.IndexOfAnyExcept(AllowedSet) is >= 0 and var foreign)
            throw new ArgumentException($"The bank cannot print U+{(int)printed[foreign]:X4}.", nameof(printed));
        for (var i = 0; i < printed.Length; i++)
            bytes[i] = printed[i] >= '｡' ? (byte)(printed[i] - '｡' + 0xA1) : (byte)printed[i];
    }

    /// <summary>The text of bytes, or null where they are none of a name.</summary>
    public static string? Text(ReadOnlySpan<byte> bytes) =>
        AnyText(bytes) is { } text && IsAllowed(text) ? text : null;

    /// <summary>The text of bytes of JIS X 0201, also such as no name may hold; null where they are none.</summary>
    internal static string? AnyText(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is not ((>= 0x20 and <= 0x7E) or (>= 0xA1 and <= 0xDF)))
                return null;
            text[i] = bytes[i] >= 0xA1 ? (char)(bytes[i] - 0xA1 + '｡') : (char)bytes[i];
        }

        return new(text);
    }

    /// <summary>
    /// Katakana of full width and large, Latin capitals, one blank between words: the legal forms are found however they
    /// were typed.
    /// </summary>
    internal static string Kana(string text)
    {
        var kana = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var letter = c switch
            {
                >= 'ぁ' and <= 'ゖ' => (char)(c + 0x60),
                >= 'a' and <= 'z' => (char)(c - 0x20),
                _ => c,
            };
            var at = Unusual.IndexOf(letter, StringComparison.Ordinal);
            letter = at < 0 ? letter : Usual[at];
            if (letter != ' ' || (kana.Length > 0 && kana[^1] != ' '))
                kana.Append(letter);
        }

        // A mark may belong to a letter that was small.
        return WidthFolding.Fold(kana.ToString()).TrimEnd(' ');
    }

    /// <summary>What <see cref="Kana"/> gave, a byte each.</summary>
    /// <exception cref="InvalidOperationException">It holds what no name may hold.</exception>
    internal static string Narrowed(string kana)
    {
        var printed = new StringBuilder(kana.Length + 8);
        foreach (var rune in kana.EnumerateRunes())
            printed.Append(Byte(rune) ?? throw new InvalidOperationException($"The bank cannot print U+{rune.Value:X4}."));
        return printed.ToString();
    }

    // Marks that stand alone belong to the letter before them.
    private static string Marked(string typed) => LegalForms.Uncircle(typed)
        .Replace(SquareCompany, "株式会社", StringComparison.Ordinal).Replace('゛', '\u3099').Replace('゜', '\u309A');

    private static string? Byte(Rune rune)
    {
        if (!rune.IsBmp)
            return null;
        var c = (char)rune.Value;
        if (Voiced.IndexOf(c, StringComparison.Ordinal) is >= 0 and var voiced)
            return Of(VoicedOn[voiced]) + "ﾞ";
        if (HalfVoiced.IndexOf(c, StringComparison.Ordinal) is >= 0 and var half)
            return Of(HalfVoicedOn[half]) + "ﾟ";
        if (Plain.Contains(c, StringComparison.Ordinal))
            return Of(c).ToString();
        return c switch
        {
            '\u3099' => "ﾞ",
            '\u309A' => "ﾟ",
            _ => c <= '~' && Allowed.Contains(c, StringComparison.Ordinal) ? c.ToString() : null,
        };
    }

    private static char Of(char plain) => Narrow[Plain.IndexOf(plain, StringComparison.Ordinal)];
}
