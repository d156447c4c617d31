using System.Text.RegularExpressions;

namespace Tedori.Programme.Text;

/// <summary>Employee numbers (社員番号) as people type them. Pure.</summary>
public static partial class EmployeeNumbers
{
    /// <summary>
    /// The key of the person: width, case, blanks, what nobody sees and zeros in front of a number make no difference, so
    /// that nobody is paid for twice. <c>Ａ００１</c> is <c>a1</c>.
    /// </summary>
    public static string Key(string text) =>
        Zeros().Replace(Folding.Fold(Folding.Fold(text).Replace(" ", "", StringComparison.Ordinal)), "");

    [GeneratedRegex("(?<![0-9])0+(?=[0-9])")]
    private static partial Regex Zeros();
}
