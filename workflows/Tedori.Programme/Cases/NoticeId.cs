using System.Globalization;

namespace Tedori.Programme.Cases;

/// <summary>
/// Id of a notice, for example <c>r7-07-00123.resultWon.0002</c>. One per case, kind and causing event: a notice with
/// an id that exists is the same notice.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Cause">Number of the causing event, 1 to 9,999.</param>
public readonly record struct NoticeId(CaseId CaseId, NoticeKind Kind, int Cause)
{
    /// <summary>Parses the printed form.</summary>
    public static bool TryParse(string? text, out NoticeId id)
    {
        id = default;
        var parts = text?.Split('.') ?? [];
        if (parts.Length != 3 || !CaseId.TryParse(parts[0], out var caseId) || parts[2].Length != 4)
            return false;
        // Enum.TryParse takes blanks and lists as well; only the printed form is an id.
        if (!Enum.TryParse<NoticeKind>(parts[1], ignoreCase: true, out var kind) || NameOf(kind) != parts[1])
            return false;
        if (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var cause) || cause == 0)
            return false;
        id = new(caseId, kind, cause);
        return true;
    }

    /// <summary>Parses the printed form.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static NoticeId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a notice id.");

    /// <summary>The kind as ids and reports print it, for example <c>resultWon</c>.</summary>
    public static string NameOf(NoticeKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{CaseId}.{NameOf(Kind)}.{Cause:0000}");
}
