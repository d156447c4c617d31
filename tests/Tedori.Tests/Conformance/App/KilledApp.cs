using System.Globalization;
using Tedori.Engine;
using Tedori.Programme;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance.App;

/// <summary>
/// The app in a process of its own, worker and server, over a task hub that outlives it: it takes entries until it is
/// killed, and writes down each that it has acknowledged.
/// </summary>
internal sealed class KilledApp(string folder, string connectionString, string hub)
{
    public string Acknowledged => Path.Combine(folder, "acknowledged.txt");

    public Task<AppOnBackend> OpenAsync() => AppOnBackend.OpenAsync(
        Path.Combine(folder, "data"),
        new VirtualTimeline(AppOnBackend.At("2053-05-19T09:00:00")),
        register => new AzureStorageBackend(connectionString, hub, register, AppOnBackend.Options));

    /// <summary>Takes one entry after the other, each with the mail that confirms it.</summary>
    public async Task RunAsync()
    {
        await using var app = await OpenAsync();
        await app.Hints.RoundOpenedAsync(AppOnBackend.First);
        while (true)
        {
            var id = await app.EnterAsync(Read().Count + 1);
            await File.AppendAllTextAsync(Acknowledged, string.Create(CultureInfo.InvariantCulture, $"{id}\n"));
            await app.Backend.EndAsync(NoticeOf(id));
        }
    }

    /// <summary>The entries that were acknowledged, in their order.</summary>
    public IReadOnlyList<CaseId> Read() =>
        File.Exists(Acknowledged) ? [.. File.ReadLines(Acknowledged).Select(CaseId.Parse)] : [];

    public static string NoticeOf(CaseId id) => $"{id}.entryReceived.0001";
}
