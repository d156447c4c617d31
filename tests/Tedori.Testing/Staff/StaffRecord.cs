using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Testing.Serve;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Directory;

namespace Tedori.Testing.Staff;

/// <summary>Reads the record of a served folder.</summary>
internal static class StaffRecord
{
    public static async Task<T> AskAsync<TService, T>(this ServedFolder served, Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = served.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public static Task<IReadOnlyList<CaseListing>> ListAsync(this ServedFolder served, CaseQuery query) =>
        served.AskAsync<CaseDirectory, IReadOnlyList<CaseListing>>(d => d.AllAsync(query));

    public static async Task<CaseFile> FolderAsync(this ServedFolder served, CaseId id) =>
        (await served.AskAsync<CaseFileReader, CaseFile?>(r => r.ReadAsync(id)))!;

    /// <summary>The first case whose filings list a file.</summary>
    public static async Task<CaseFile> FolderWithFilesAsync(this ServedFolder served, int skip = 0)
    {
        foreach (var listing in await served.ListAsync(new(Round: 1)))
        {
            var folder = await served.FolderAsync(listing.Id);
            if (folder.AllFiles.Any() && skip-- == 0)
                return folder;
        }

        throw new InvalidOperationException("No case of the first round has a file.");
    }

    public static async Task<List<AuditEntry>> AuditAsync(this ServedFolder served, string action, string subject)
    {
        var entries = new List<AuditEntry>();
        var today = Programme.Calendar.JapanTime.DateOf(served.Clock.Now);
        await foreach (var entry in await served.AskAsync<AuditLog, IAsyncEnumerable<AuditEntry>>(
            l => Task.FromResult(l.OfDayAsync(today))))
        {
            if (entry.Action == action && entry.Subject == subject)
                entries.Add(entry);
        }

        // At one instant the intent of an act stands before what came of it.
        return [.. entries.OrderBy(e => e.At).ThenBy(e => e.After is not null)];
    }
}
