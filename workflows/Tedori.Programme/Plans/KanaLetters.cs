namespace Tedori.Programme.Plans;

/// <summary>The letters ア, イ, ウ … with which a plan counts, and their Latin script for addresses (Hepburn).</summary>
public static class KanaLetters
{
    private const string Kana = "アイウエオカキクケコサシスセソタチツテト";

    private static readonly string[] Latin =
    [
        "a", "i", "u", "e", "o", "ka", "ki", "ku", "ke", "ko", "sa", "shi", "su", "se", "so", "ta", "chi", "tsu", "te", "to",
    ];

    /// <summary>How many there are.</summary>
    public static int Count => Kana.Length;

    /// <summary>The letter at a place, from 0.</summary>
    public static string At(int index) => Kana[index].ToString();

    /// <summary>The Latin script of the letter at a place, from 0.</summary>
    public static string LatinAt(int index) => Latin[index];

    /// <summary>The letter that has this Latin script, or null.</summary>
    public static string? OfLatin(string latin) => Array.IndexOf(Latin, latin) is >= 0 and var at ? At(at) : null;
}
