using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Records;
using Tedori.Workflows.Sweeping;

namespace Tedori.Workflows.Health;

/// <summary>
/// Whether an installation may start. Records and sealed documents bear one mark from the first start on: where the
/// documents tell of records that are not there, numbers would be given again and old links would meet strangers.
/// </summary>
public sealed class StartCheck(IRecords records, ISealedDocuments documents, SweepLog sweeps, IKeyProbe keys, IClock clock)
{
    // Clocks of several processes differ by less.
    private static readonly Duration Tolerance = Duration.FromMinutes(1);

    /// <summary>Why nothing may be served, or null; marks an installation that has no mark yet. Safe to repeat.</summary>
    public async Task<string?> RecordsAsync(CancellationToken cancellation = default)
    {
        if (await FaultAsync(cancellation) is { } fault)
            return fault;
        var mark = await records.ReadAsync(InstallationRows.Mark, cancellation);
        if (mark is null)
        {
            // The records first: whoever is stopped in between is marked by the next start.
            await records.CommitAsync(
                InstallationRows.Mark.Insert(new(clock.GetCurrentInstant())), cancellation);
            mark = await records.ReadAsync(InstallationRows.Mark, cancellation);
        }

        var text = TedoriJson.Write(mark!.Body);
        await documents.PutAsync(InstallationRows.Document, Encoding.UTF8.GetBytes(text), cancellation);
        return null;
    }

    /// <summary>What is wrong with the records, or null. Changes nothing.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellation = default)
    {
        if (await SealedAsync(cancellation) is not { } sealedMark)
            return null;
        var began = InstantPattern.ExtendedIso.Format(sealedMark.Began);
        return (await records.ReadAsync(InstallationRows.Mark, cancellation))?.Body switch
        {
            null => $"The records are lost or empty: the sealed documents tell of records that began at {began}. "
                + "Restore the records; over empty ones receipt numbers would be given a second time.",
            { } mark when mark != sealedMark => "The records are of another installation than the sealed documents, "
                + $"which began at {began}: restore those that belong together.",
            _ => null,
        };
    }

    /// <summary>Why the time cannot be right by the last sweep, or null.</summary>
    public async Task<string?> ClockAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        return await sweeps.AgeAsync(cancellation) is { } age ? ClockFault(now, now - age) : null;
    }

    /// <summary>Why the clock cannot be so early, or null.</summary>
    /// <param name="now">What the clock says.</param>
    /// <param name="last">The last instant that is on the record.</param>
    public static string? ClockFault(Instant now, Instant last) => last - now <= Tolerance
        ? null
        : $"The clock stands at {InstantPattern.General.Format(now)}, before the last recorded instant "
            + $"{InstantPattern.General.Format(last)}: set it right. What arrives would count as earlier than it is.";

    /// <summary>
    /// Whether the keys still open what they sealed at the first start, which is kept here where it is not yet.
    /// </summary>
    public async Task<bool> KeysAsync(CancellationToken cancellation = default)
    {
        if (await records.ReadAsync(InstallationRows.Probe, cancellation) is { } probe)
            return keys.Opens(probe.Body.Text);
        await records.CommitAsync(InstallationRows.Probe.Insert(new(keys.Seal())), cancellation);
        return true;
    }

    /// <summary>The same without keeping anything: true where nothing was sealed yet.</summary>
    public async Task<bool> KeysOpenAsync(CancellationToken cancellation = default) =>
        (await records.ReadAsync(InstallationRows.Probe, cancellation))?.Body is not { } probe || keys.Opens(probe.Text);

    private async Task<Installation?> SealedAsync(CancellationToken cancellation)
    {
        await using var content = await documents.OpenAsync(InstallationRows.Document, cancellation);
        if (content is null)
            return null;
        using var reader = new StreamReader(content);
        return TedoriJson.Read<Installation>(await reader.ReadToEndAsync(cancellation));
    }
}
