using System.Globalization;
using System.Text.Encodings.Web;
using Tedori.Programme;
using Tedori.Workflows.Directory;

namespace Tedori.Functions.Staff.Cases;

/// <summary>A search as the query of an address, for links, saved filters and bulk actions.</summary>
public static class CaseQueryText
{
    private const int MostCharacters = 100;

    /// <summary>Reads a search; what is not understood is left out, and the text is cut to 100 characters.</summary>
    /// <param name="value">The value of a parameter, empty where it is absent.</param>
    public static CaseQuery Read(Func<string, string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = value("q").Trim();
        return new(
            text.Length > MostCharacters ? text[..MostCharacters] : text,
            Number(value("round")), Name<Step>(value("step")), Name<Outcome>(value("outcome")),
            Name<Track>(value("track")),
            value("reviewer") is { Length: > 0 and <= 200 } reviewer ? reviewer : null,
            value("correction") switch { "open" => true, "none" => false, _ => null },
            Name<CaseOrder>(value("order")) ?? CaseOrder.Id,
            Math.Max(1, Number(value("page")) ?? 1))
        {
            Edition = value("edition") is { Length: > 0 and <= 3 } edition ? edition : null,
        };
    }

    /// <summary>Reads a search from the text that <see cref="Write"/> makes.</summary>
    public static CaseQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var values = text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .GroupBy(p => p[0])
            .ToDictionary(
                g => g.Key, g => Uri.UnescapeDataString(g.First().ElementAtOrDefault(1)?.Replace('+', ' ') ?? ""));
        return Read(name => values.GetValueOrDefault(name, ""));
    }

    /// <summary>The query with its question mark, without parameters that say nothing; empty for all cases.</summary>
    public static string Write(CaseQuery query, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(query);
        (string Name, string? Value)[] parts =
        [
            ("q", query.Text.Length > 0 ? query.Text : null),
            ("edition", query.Edition),
            ("round", query.Round?.ToString(CultureInfo.InvariantCulture)),
            ("step", query.Step?.ToString()),
            ("outcome", query.Outcome?.ToString()),
            ("track", query.Track?.ToString()),
            ("reviewer", query.Reviewer),
            ("correction", query.CorrectionOpen switch { true => "open", false => "none", null => null }),
            ("order", query.Order == CaseOrder.Id ? null : query.Order.ToString()),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        var said = parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={UrlEncoder.Default.Encode(p.Value!)}")
            .ToList();
        return said.Count == 0 ? "" : "?" + string.Join('&', said);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? Name<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) ? value : null;
}
