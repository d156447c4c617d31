namespace Tedori.Programme.Text;

/// <summary>The words of Latin letters and digits in a text, and what of a word stays in its forms. Pure.</summary>
internal static class LatinWords
{
    private const int ShortestStem = 3;

    /// <summary>The words, in order. What is written in other letters stands between them.</summary>
    /// <param name="folded">A text as <see cref="Folding.Fold"/> makes it.</param>
    public static IEnumerable<string> In(string folded)
    {
        var from = 0;
        for (var at = 0; at <= folded.Length; at++)
        {
            if (at < folded.Length && IsLatin(folded[at]))
                continue;
            if (at > from)
                yield return folded[from..at];
            from = at + 1;
        }
    }

    /// <summary>Whether a folded character is a letter of Latin script or a digit.</summary>
    public static bool IsLatin(char c) =>
        char.IsAsciiLetter(c) || char.IsAsciiDigit(c) || (c is >= '\u00C0' and <= '\u024F' && char.IsLetter(c));

    /// <summary>
    /// What an English word has in common with its plural and its forms on -ing, -ed and -er: SUBSIDY of SUBSIDIES, TELEWORK of
    /// TELEWORKERS, HIRE of HIRING. No word of a dictionary always, but the same for all forms; CAR and CARE stay two.
    /// </summary>
    /// <param name="word">A word of <see cref="In"/>.</param>
    public static string Stem(string word)
    {
        const int ShortestWithoutE = 5;
        var stem = WithoutEnding(Singular(word));
        return stem.Length >= ShortestWithoutE && stem[^1] == 'E' && stem[^2] != 'E' ? stem[..^1] : stem;
    }

    private static string Singular(string word)
    {
        const int Shortest = 4;
        if (word.Length < Shortest || !Ends(word, "S") || Ends(word, "SS", "US", "IS"))
            return word;
        if (Ends(word, "IES") && word.Length > Shortest)
            return word[..^3] + "Y";
        return Ends(word, "SES", "XES", "ZES", "CHES", "SHES") ? word[..^2] : word[..^1];
    }

    private static string WithoutEnding(string word)
    {
        foreach (var ending in new[] { "ING", "ED", "ER" })
        {
            var rest = Ends(word, ending) ? word[..^ending.Length] : "";
            // NEED and CAREER are no forms of NE and CARE, nor is SPRING of SPR.
            if (rest.Length >= ShortestStem && rest.Any(IsVowel) && (ending == "ING" || !IsVowel(rest[^1])))
                return Verb(rest);
        }

        return word;
    }

    // PLANN of PLANNING is PLAN, HIR of HIRING is HIRE.
    private static string Verb(string rest)
    {
        if (rest.Length > ShortestStem && rest[^1] == rest[^2] && !"LSZ".Contains(rest[^1]) && !IsVowel(rest[^1]))
            return rest[..^1];
        var lostItsE = rest.Length == ShortestStem && !IsVowel(rest[0]) && IsVowel(rest[1]) && !IsVowel(rest[2]) && !"WXY".Contains(rest[2]);
        return lostItsE ? rest + "E" : rest;
    }

    private static bool IsVowel(char c) => "AEIOU".Contains(c);

    private static bool Ends(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
