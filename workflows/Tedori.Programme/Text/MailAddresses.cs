using System.Text;

namespace Tedori.Programme.Text;

/// <summary>Mail addresses as people type them, with the input method on or off. Pure.</summary>
public static class MailAddresses
{
    private const int Longest = 254;
    private const int LongestLocal = 64;
    private const string Hint = "「name@example.jp」の形で入力してください。";

    /// <summary>
    /// Reads an address to which mail can be sent: one <c>@</c>, a domain with a dot, and printable ASCII without blanks
    /// or what would end a header.
    /// </summary>
    public static Reading<string> Read(string text)
    {
        var address = Fold(text);
        foreach (var rune in address.EnumerateRunes())
        {
            if (rune.Value is <= ' ' or >= 0x7F || "<>()[],;:\\\"".Contains((char)rune.Value, StringComparison.Ordinal))
                return Refused($"{CharacterName.Of(rune)}は使えません。{Hint}");
        }

        return address.Length <= Longest
            && address.Split('@') is [{ Length: > 0 and <= LongestLocal } local, { Length: > 2 } domain]
            && IsDotted(local) && IsDotted(domain) && domain.Contains('.', StringComparison.Ordinal)
            && domain.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
                ? Reading.Of(address)
                : Refused(Hint);
    }

    /// <summary>One writing for what reads the same, whether or not it is an address; the case stays.</summary>
    public static string Fold(string text) => TypedText.Narrow(text);

    /// <summary>Whether two writings are of the same address.</summary>
    public static bool AreSame(string one, string other) =>
        string.Equals(Fold(one), Fold(other), StringComparison.OrdinalIgnoreCase);

    private static bool IsDotted(string text) =>
        text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal);

    private static Reading<string> Refused(string text) => Reading.Refused<string>("emailWrong", text);
}
