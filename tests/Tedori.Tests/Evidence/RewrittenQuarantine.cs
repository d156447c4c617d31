using NodaTime;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>A quarantine whose uploads are written again after each of so many readings, before anything is admitted.</summary>
internal sealed class RewrittenQuarantine(IQuarantine quarantine, int times, params byte[][] contents) : IQuarantine
{
    private int readings;

    public async Task<UploadedContent?> InspectAsync(UploadParts upload, CancellationToken cancellation = default)
    {
        var found = await quarantine.InspectAsync(upload, cancellation);
        if (readings < times)
            await quarantine.WriteAsync(
                upload, new MemoryStream(contents[readings++ % contents.Length]), cancellation);
        return found;
    }

    public Task<Uri> OpenAsync(PartKey part, Instant expires, CancellationToken cancellation = default) =>
        quarantine.OpenAsync(part, expires, cancellation);

    public Task<IReadOnlyList<int>> ArrivedAsync(UploadKey upload, CancellationToken cancellation = default) =>
        quarantine.ArrivedAsync(upload, cancellation);

    public Task WriteAsync(UploadParts upload, Stream written, CancellationToken cancellation = default) =>
        quarantine.WriteAsync(upload, written, cancellation);

    public Task<Admission> AdmitAsync(
        UploadParts upload, UploadedContent found, CancellationToken cancellation = default) =>
        quarantine.AdmitAsync(upload, found, cancellation);

    public Task DiscardAsync(UploadParts upload, CancellationToken cancellation = default) =>
        quarantine.DiscardAsync(upload, cancellation);

    public Task<int> DiscardBeforeAsync(LocalDate day, CancellationToken cancellation = default) =>
        quarantine.DiscardBeforeAsync(day, cancellation);
}
