namespace Tedori.Workflows.Records;

/// <summary>What was decided about a row.</summary>
/// <typeparam name="T">What the row holds.</typeparam>
/// <typeparam name="TResult">What the caller is answered.</typeparam>
/// <param name="After">
/// What it holds from now on: what was read where it stays, null where it is to be absent.
/// </param>
/// <param name="Result">The answer once all is committed.</param>
/// <param name="More">
/// Further writes of the same partition, committed with the row. The row is written with them even where it stays as it
/// was, so that they hold only if nobody came between.
/// </param>
public readonly record struct Change<T, TResult>(T? After, TResult Result, IReadOnlyList<RowWrite>? More = null)
    where T : class
{
    /// <summary>
    /// Whether the row is written also where it stays as it was, so that whoever read it before meets another version.
    /// </summary>
    public bool Touches { get; init; }

    /// <summary>What is to be committed; empty where all stays as it was read.</summary>
    internal IReadOnlyList<RowWrite> Writes(RowKey<T> key, Row<T>? before) => (before, After) switch
    {
        _ when !Touches && More is not { Count: > 0 } && EqualityComparer<T>.Default.Equals(before?.Body, After) => [],
        (_, { } after) => [key.Put(after, before?.Version), .. More ?? []],
        ({ } row, null) => [key.Delete(row.Version), .. More ?? []],
        _ => More ?? [],
    };
}
