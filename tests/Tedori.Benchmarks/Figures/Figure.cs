namespace Tedori.Benchmarks.Figures;

/// <summary>One cell: words, or a number that may not have been measured.</summary>
internal readonly record struct Figure(string? Words, double? Number)
{
    public static readonly Figure None;

    public static implicit operator Figure(string words) => new(words, null);

    public static implicit operator Figure(double number) => new(null, number);

    public static implicit operator Figure(double? number) => new(null, number);
}
