namespace Tedori.Workflows.Evidence;

/// <summary>Reads streams one after the other, as one, and disposes them with it.</summary>
/// <param name="parts">The streams, each at its beginning.</param>
public sealed class JoinedStream(IReadOnlyList<Stream> parts) : ForwardStream
{
    private int current;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (; current < parts.Count; current++)
        {
            if (await parts[current].ReadAsync(buffer, cancellationToken) is > 0 and var read)
                return read;
        }

        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var part in disposing ? parts : [])
            part.Dispose();
        base.Dispose(disposing);
    }
}
