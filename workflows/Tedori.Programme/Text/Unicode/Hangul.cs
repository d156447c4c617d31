namespace Tedori.Programme.Text.Unicode;

/// <summary>Korean syllables, whose parts are computed (Unicode 17, section 3.12).</summary>
internal static class Hangul
{
    private const int Syllables = 0xAC00;
    private const int Leads = 0x1100;
    private const int Vowels = 0x1161;
    private const int Tails = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const int SyllableCount = LeadCount * VowelCount * TailCount;

    /// <summary>The two or three parts of a syllable, or null where it is none.</summary>
    public static int[]? PartsOf(int code)
    {
        var index = code - Syllables;
        if (index is < 0 or >= SyllableCount)
            return null;
        var lead = Leads + (index / (VowelCount * TailCount));
        var vowel = Vowels + (index % (VowelCount * TailCount) / TailCount);
        return index % TailCount == 0 ? [lead, vowel] : [lead, vowel, Tails + (index % TailCount)];
    }

    /// <summary>The syllable that two parts make together, or null.</summary>
    public static int? Pair(int first, int second)
    {
        var (lead, vowel, tail, syllable) = (first - Leads, second - Vowels, second - Tails, first - Syllables);
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
            return Syllables + (((lead * VowelCount) + vowel) * TailCount);
        return syllable is >= 0 and < SyllableCount && syllable % TailCount == 0 && tail is > 0 and < TailCount
            ? first + tail
            : null;
    }

    /// <summary>Whether a part can follow another in a syllable.</summary>
    public static bool Follows(int code) =>
        code is (>= Vowels and < Vowels + VowelCount) or (> Tails and < Tails + TailCount);
}
