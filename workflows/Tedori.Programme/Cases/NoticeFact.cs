namespace Tedori.Programme.Cases;

/// <summary>
/// One row of the table of a notice: what it is, and what is said of it. Several lines are a list. Storage format.
/// </summary>
/// <param name="Label">What it is, in Japanese, for example 期限.</param>
/// <param name="Lines">What is said, at least one line; one may end with the address of a measure.</param>
public sealed record NoticeFact(string Label, IReadOnlyList<string> Lines)
{
    /// <summary>A row.</summary>
    public static NoticeFact Of(string label, params IEnumerable<string> lines) => new(label, [.. lines]);
}
