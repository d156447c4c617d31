using System.Text.Json.Serialization;

namespace Tedori.Programme.Payments;

/// <summary>What is wrong with a file that staff gave.</summary>
/// <param name="Line">The line or record, from 1; null where it is the whole file.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Text">What is wrong and what to do, in one Japanese sentence without the line.</param>
public sealed record FileFault(int? Line, string Code, string Text)
{
    /// <summary>With the line in front: <c>3行目: …</c>.</summary>
    [JsonIgnore]
    public string Sentence => Line is { } line ? $"{line}行目: {Text}" : Text;
}

/// <summary>Everything that is wrong with a file, of which the first are shown.</summary>
/// <param name="Shown">The first, at most <see cref="MostShown"/>: the whole file's, then by line.</param>
/// <param name="Count">How many there are in all; 0 where the file is taken.</param>
public sealed record FileFaults(IReadOnlyList<FileFault> Shown, int Count)
{
    /// <summary>Most faults that are shown at once.</summary>
    public const int MostShown = 20;

    /// <summary>No fault.</summary>
    public static readonly FileFaults None = new([], 0);

    /// <summary>How many more there are than are shown, in one Japanese sentence; null where none.</summary>
    [JsonIgnore]
    public string? More => Count > Shown.Count ? $"ほかに{Count - Shown.Count:#,0}件の誤りがあります。" : null;

    internal static FileFaults Of(IReadOnlyCollection<FileFault> all) =>
        new([.. all.OrderBy(f => f.Line ?? 0).Take(MostShown)], all.Count);

    internal static FileFaults One(int? line, string code, string text) => new([new(line, code, text)], 1);
}
