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
    public const string Allowed = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ()-.";

    private const string Plain = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Narrow = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    private const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    private const string VoicedOn = "カキクケコサシスセソタチツテトハヒフヘホウ";
    private const string HalfVoiced = "パピプペポ";
    private const string HalfVoicedOn = "ハヒフヘホ";
    private const string Small = "ァィゥェォッャュョヮヵヶ";
    private const string Large = "アイウエオツヤユヨワカケ";

    /// <summary>Reads a name in hiragana, katakana of either width, or Latin letters.</summary>
    /// <param name="typed">As typed; a legal form may be written in kanji, in kana or short.</param>
    /// <param name="most">Most bytes; a name that is longer is cut only by a person.</param>
    /// <returns>The name as the bank prints it, or which character it cannot print.</returns>
    public static Reading<string> Read(string typed, int most = MostBytes)
    {
        var text = Dashes.Fold(TypedText.Narrow(typed));
        if (text.Length == 0)
            return Reading.Refused<string>("holderMissing", "口座名義をカナで入力してください。");
        var name = BankForms.Shorten(Kana(text));
        var printed = new StringBuilder(name.Length + 8);
        foreach (var rune in name.EnumerateRunes())
        {
            if (Byte(rune) is not { } bytes)
                return Reading.Refused<string>("holderCharacter", $"{CharacterName.Of(rune)}は口座名義に使えません。通帳のとおり、カナ、英字、数字で入力してください。");
            // One blank, as the banks print it.
            if (bytes != " " || (printed.Length > 0 && printed[^1] != ' '))
                printed.Append(bytes);
        }

        var result = printed.ToString().TrimEnd(' ');
        if (result.Length == 0)
            return Reading.Refused<string>("holderMissing", "口座名義をカナで入力してください。");
        return result.Length <= most
            ? Reading.Of(result)
            : Reading.Refused<string>(
                "holderTooLong", $"銀行の表記では{result.Length}文字になります。濁点と半濁点も1文字と数えて、{most}文字以内で入力してください。");
    }

    /// <summary>The bytes of a name that was read.</summary>
    /// <exception cref="ArgumentException">It holds what no name may hold.</exception>
    public static byte[] Bytes(string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var bytes = new byte[printed.Length];
        for (var i = 0; i < printed.Length; i++)
        {
            if (!Allowed.Contains(printed[i], StringComparison.Ordinal))
                throw new ArgumentException($"The bank cannot print U+{(int)printed[i]:X4}.", nameof(printed));
            bytes[i] = printed[i] >= '｡' ? (byte)(printed[i] - '｡' + 0xA1) : (byte)printed[i];
        }

        return bytes;
    }

    /// <summary>The text of bytes, or null where they are none of a name.</summary>
    public static string? Text(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[i] = bytes[i] >= 0xA1 ? (char)(bytes[i] - 0xA1 + '｡') : (char)bytes[i];
            if (!Allowed.Contains(text[i], StringComparison.Ordinal))
                return null;
        }

        return new(text);
    }

    /// <summary>Katakana of full width and large, so that the legal forms are found however they were typed.</summary>
    internal static string Kana(string text)
    {
        var kana = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var usual = c switch
            {
                >= 'ぁ' and <= 'ゖ' => (char)(c + 0x60),
                >= 'a' and <= 'z' => (char)(c - 0x20),
                _ => c,
            };
            kana.Append(Small.IndexOf(usual, StringComparison.Ordinal) is >= 0 and var small ? Large[small] : usual);
        }

        return kana.ToString();
    }

    private static string? Byte(Rune rune)
    {
        if (!rune.IsBmp)
            return null;
        var c = (char)rune.Value;
        c = c switch { 'ヲ' => 'オ', 'ヰ' => 'イ', 'ヱ' => 'エ', 'ー' => '-', '・' => ' ', _ => c };
        if (Voiced.IndexOf(c, StringComparison.Ordinal) is >= 0 and var voiced)
            return Of(VoicedOn[voiced]) + "ﾞ";
        if (HalfVoiced.IndexOf(c, StringComparison.Ordinal) is >= 0 and var half)
            return Of(HalfVoicedOn[half]) + "ﾟ";
        if (Plain.Contains(c, StringComparison.Ordinal))
            return Of(c).ToString();
        return c <= '~' && Allowed.Contains(c, StringComparison.Ordinal) ? c.ToString() : null;
    }

    private static char Of(char plain) => Narrow[Plain.IndexOf(plain, StringComparison.Ordinal)];
}
