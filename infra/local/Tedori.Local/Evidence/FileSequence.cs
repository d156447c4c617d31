namespace Tedori.Local.Evidence;

/// <summary>Reads files one after the other, as one stream.</summary>
internal sealed class FileSequence(IReadOnlyList<string> files) : Stream
{
    private int next;
    private FileStream? current;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (; ; )
        {
            if (current is null && next == files.Count)
                return 0;
            current ??= DiskStreams.Open(files[next++]);
            if (await current.ReadAsync(buffer, cancellationToken) is > 0 and var read)
                return read;
            await current.DisposeAsync();
            current = null;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override async ValueTask DisposeAsync()
    {
        if (current is not null)
            await current.DisposeAsync();
        await base.DisposeAsync();
    }
}
