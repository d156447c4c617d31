using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Filings;

/// <summary>One field of a form.</summary>
/// <param name="Name">Its name, unique in the form and storage format.</param>
/// <param name="Label">Its label, in Japanese.</param>
/// <param name="Kind">What it takes.</param>
public sealed record FormField(string Name, string Label, FieldKind Kind)
{
    /// <summary>The label where its line is named above it, or null where it is the same.</summary>
    public string? Brief { get; init; }

    /// <summary>Whether it must be filled where it is asked.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Most characters.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Most characters of what was typed that are kept: more than the field holds, so that what is too long is shown.</summary>
    public int MostKept => MaxLength * 2;

    /// <summary>What helps to fill it, or null.</summary>
    public string? Support { get; init; }

    /// <summary>Name of the field on which it depends, or null: it is asked only where that one is filled.</summary>
    public string? With { get; init; }

    /// <summary>Least number, inclusive.</summary>
    public long Minimum { get; init; }

    /// <summary>Greatest number, inclusive.</summary>
    public long Maximum { get; init; } = 999_999_999_999;

    /// <summary>What may stand behind the number, for example 円; it is dropped.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>First day that can be right, Asia/Tokyo, inclusive.</summary>
    public LocalDate Earliest { get; init; } = new(1873, 1, 1);

    /// <summary>Last day that can be right, Asia/Tokyo, inclusive.</summary>
    public LocalDate Latest { get; init; } = new(2100, 12, 31);

    /// <summary>Whether a time may belong to the next day: 25:30.</summary>
    public bool NextDay { get; init; }

    /// <summary>First and last date that can be right, inclusive, and why; null where any can.</summary>
    public ItemPeriod? Period { get; init; }

    /// <summary>
    /// The day on which the form is filed, Asia/Tokyo, where what is stated must have happened by then; null where it need not.
    /// </summary>
    public LocalDate? FiledOn { get; init; }

    /// <summary>What can be chosen: value and text.</summary>
    public IReadOnlyList<(string Value, string Text)> Options { get; init; } = [];

    /// <summary>What stands in it before anybody typed.</summary>
    public string Initial { get; init; } = "";
}
