using Tedori.Workflows.Evidence;

namespace Tedori.Local.Evidence;

/// <summary>All parts of an upload, opened for reading at once, so that what is read is what was there together.</summary>
internal sealed class DiskParts : IAsyncDisposable
{
    private readonly List<FileStream> opened = [];

    private DiskParts()
    {
    }

    public IEnumerable<long> Lengths => opened.Select(f => f.Length);

    /// <summary>The parts as one; can be read once.</summary>
    public Stream Whole => new JoinedStream([.. opened]);

    /// <summary>Opens the files, or null where one of them is absent.</summary>
    public static DiskParts? TryOpen(IEnumerable<string> files)
    {
        var parts = new DiskParts();
        foreach (var file in files)
        {
            if (DiskStreams.TryOpen(file) is not { } part)
            {
                parts.opened.ForEach(f => f.Dispose());
                return null;
            }

            parts.opened.Add(part);
        }

        return parts;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in opened)
            await part.DisposeAsync();
    }
}
