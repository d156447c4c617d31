namespace Tedori.Workflows.Records;

/// <summary>A row as read, with what it holds.</summary>
/// <typeparam name="T">What its body holds.</typeparam>
public sealed class Row<T>
{
    private readonly Row row;

    /// <summary>Takes the body out of a row.</summary>
    /// <exception cref="DamagedRowException">It does not hold a <typeparamref name="T"/>.</exception>
    internal Row(Row row)
    {
        this.row = row;
        Body = row.Read<T>();
    }

    /// <summary>Key within its partition.</summary>
    public string Key => row.Key;

    /// <summary>Opaque version (ETag) that changes with every write of the row.</summary>
    public string Version => row.Version;

    /// <summary>What it holds.</summary>
    public T Body { get; }

    /// <summary>What it holds, taken further.</summary>
    /// <exception cref="DamagedRowException">What it holds cannot be taken further.</exception>
    public TResult Read<TResult>(Func<T, TResult> further)
    {
        ArgumentNullException.ThrowIfNull(further);
        return row.Guarded(() => further(Body));
    }
}
