namespace Tedori.Engine;

/// <summary>What one batch does to the rows of one instance.</summary>
internal sealed class RowChange
{
    public required long Key { get; init; }

    public required RowOperation Operation { get; init; }

    public InstanceRow? Row { get; init; }

    public byte[]? Log { get; init; }

    public int Sequence { get; init; }

    public long At { get; init; }

    /// <summary>The history before this batch is dropped: the instance continued as new.</summary>
    public bool Truncates { get; init; }
}
