using NodaTime;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>A quarantine whose uploads are written again after each of so many readings, before anything is admitted.</summary>
internal sealed class RewrittenQuarantine(IQuarantine quarantine, int times, params byte[][] contents) : IQuarantine
{
    private int readings;

    public async Task<UploadedContent?> InspectAsync(UploadKey key, CancellationToken cancellation = default)
    {
        var found = await quarantine.InspectAsync(key, cancellation);
        if (readings < times)
            await quarantine.WriteAsync(key, new MemoryStream(contents[readings++ % contents.Length]), cancellation);
        return found;
    }

    public Task<Uri> OpenAsync(UploadKey key, Instant expires, CancellationToken cancellation = default) =>
        quarantine.OpenAsync(key, expires, cancellation);

    public Task WriteAsync(UploadKey key, Stream written, CancellationToken cancellation = default) =>
        quarantine.WriteAsync(key, written, cancellation);

    public Task<Admission> AdmitAsync(
        UploadKey key, UploadedContent found, CancellationToken cancellation = default) =>
        quarantine.AdmitAsync(key, found, cancellation);

    public Task DiscardAsync(UploadKey key, CancellationToken cancellation = default) =>
        quarantine.DiscardAsync(key, cancellation);

    public Task<int> DiscardBeforeAsync(LocalDate day, CancellationToken cancellation = default) =>
        quarantine.DiscardBeforeAsync(day, cancellation);
}
