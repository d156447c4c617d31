using System.Globalization;

namespace Tedori.Programme;

/// <summary>Id of a round of an edition, for example <c>r7-07</c>.</summary>
/// <param name="Edition">Id of the edition: a lower-case letter and one or two digits.</param>
/// <param name="Number">Number of the round, 1 to 99.</param>
public readonly record struct RoundId(string Edition, int Number)
{
    /// <summary>Parses the form <c>r7-07</c>.</summary>
    public static bool TryParse(string? text, out RoundId id)
    {
        id = default;
        var parts = text?.Split('-') ?? [];
        if (parts.Length != 2 || !IsEdition(parts[0]) || parts[1].Length != 2)
            return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            return false;
        id = new RoundId(parts[0], number);
        return true;
    }

    /// <summary>Parses the form <c>r7-07</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static RoundId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a round id such as r7-07.");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Edition}-{Number:00}");

    internal static bool IsEdition(string text) =>
        text.Length is 2 or 3 && char.IsAsciiLetterLower(text[0])
            && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
