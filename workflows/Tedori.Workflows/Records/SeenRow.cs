namespace Tedori.Workflows.Records;

/// <summary>A row of which only a part was read, because that decides whether the whole is wanted.</summary>
/// <typeparam name="TPart">The part of the body that was read.</typeparam>
/// <typeparam name="T">What the body holds.</typeparam>
public sealed class SeenRow<TPart, T>
{
    private readonly Row row;

    /// <exception cref="DamagedRowException">The body does not hold a <typeparamref name="TPart"/>.</exception>
    internal SeenRow(Row row)
    {
        this.row = row;
        Part = row.Read<TPart>();
    }

    /// <summary>The part that was read.</summary>
    public TPart Part { get; }

    /// <summary>Reads the whole.</summary>
    /// <exception cref="DamagedRowException">The body does not hold a <typeparamref name="T"/>.</exception>
    public Row<T> Whole() => new(row);
}
