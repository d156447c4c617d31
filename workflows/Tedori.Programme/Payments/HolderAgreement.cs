namespace Tedori.Programme.Payments;

/// <summary>
/// Whether the holder of an account (口座名義) is called like the company, by their kana: a hint for staff, who decide. Pure.
/// Names are storage format.
/// </summary>
public enum HolderAgreement
{
    /// <summary>The same, legal forms, blanks, dashes and points apart.</summary>
    Same,

    /// <summary>The holder begins with the company's name, as with a representative behind it, or is cut at its length.</summary>
    Begins,

    /// <summary>Another name.</summary>
    Differs,

    /// <summary>One of the two is no name that a bank prints, so nothing can be said.</summary>
    Unknown,
}

/// <summary>Compares the holder of an account with a company.</summary>
public static class HolderNames
{
    // Longer than any name; compared before it is cut.
    private const int MostCompared = 400;

    /// <summary>Compares.</summary>
    /// <param name="holder">The holder, as printed or as typed.</param>
    /// <param name="company">The company's name in kana, as it wrote it.</param>
    public static HolderAgreement Compare(string holder, string company)
    {
        if (Folded(holder) is not { } first || Folded(company) is not { } second)
            return HolderAgreement.Unknown;
        if (first == second)
            return HolderAgreement.Same;
        var longHolder = first.StartsWith(second, StringComparison.Ordinal);
        var cut = second.StartsWith(first, StringComparison.Ordinal)
            && BankKana.Read(company, MostCompared).Value.Length > BankKana.MostBytes;
        return longHolder || cut ? HolderAgreement.Begins : HolderAgreement.Differs;
    }

    private static string? Folded(string name) =>
        BankKana.Read(name, MostCompared) is { IsRead: true, Value: var printed }
        && string.Concat(BankForms.Strip(printed).Where(c => c is not (' ' or '-' or '.'))) is { Length: > 0 } folded
            ? folded
            : null;
}
