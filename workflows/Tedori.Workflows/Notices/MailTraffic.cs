using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Alarms;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Keeps when mail went which way, one row for ten minutes and way, so that its silence shows. It never keeps mail from
/// leaving: a mark that cannot be kept is missing, and the next ten minutes have another. Safe for many at once.
/// </summary>
public sealed class MailTraffic(IRecords records, IClock clock, ILogger<MailTraffic> logger)
{
    /// <summary>How long marks are kept: longer than any time in which the office is closed.</summary>
    public static readonly Duration Kept = Duration.FromDays(14);

    private const string Taken = "taken";
    private const string Delivered = "delivered";
    private const string Returned = "returned";
    private const string Failed = "failed";

    private static readonly RowPartition Marks = new(RecordSet.Office, "mail-marks");
    private static readonly Duration Span = Duration.FromMinutes(10);
    private static readonly InstantPattern Spans = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm");

    // The last span of each way that is marked already: most mails write nothing.
    private readonly ConcurrentDictionary<string, Instant> known = [];
    private bool? silent;

    /// <summary>The mail server took a mail.</summary>
    /// <param name="delivered">Whether it needs report nothing later.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task TookAsync(bool delivered, CancellationToken cancellation = default)
    {
        if (!delivered)
        {
            silent = true;
            await MarkAsync(Taken, cancellation);
        }

        // Where nothing is reported later, that it takes mail is worth a mark only after it had taken none, or had left a report
        // open.
        else if (silent ??= await IsSilentAsync(cancellation))
        {
            silent = !await MarkAsync(Delivered, cancellation);
        }
    }

    /// <summary>The mail server did not take a mail, or did not answer.</summary>
    public async Task FailedAsync(CancellationToken cancellation = default)
    {
        silent = true;
        await MarkAsync(Failed, cancellation);
    }

    /// <summary>The mail server reported the end of a mail's way.</summary>
    /// <param name="delivered">Whether it arrived.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task ReportedAsync(bool delivered, CancellationToken cancellation = default) =>
        MarkAsync(delivered ? Delivered : Returned, cancellation);

    /// <summary>What is known of the last fourteen days.</summary>
    public async Task<MailFlow> FlowAsync(CancellationToken cancellation = default) => new(
        await MarksAsync(Taken, cancellation), await MarksAsync(Delivered, cancellation),
        await MarksAsync(Returned, cancellation), await MarksAsync(Failed, cancellation));

    /// <summary>Drops marks that are kept no more, at most a hundred of each way.</summary>
    public async Task DropAsync(CancellationToken cancellation = default)
    {
        foreach (var way in new[] { Taken, Delivered, Returned, Failed })
        {
            var old = new RowRange<Instant>(Marks, way + "-", KeyOf(way, clock.GetCurrentInstant() - Kept).Key);
            var writes = await records.ScanAsync(old, cancellation).Take(IRecords.MostWrites)
                .Select(r => Marks.Row<Instant>(r.Key).Delete(r.Version)).ToListAsync(cancellation);
            // A conflict means that another run dropped them.
            if (writes.Count > 0)
                await records.CommitAsync(writes, cancellation);
        }
    }

    private async Task<bool> IsSilentAsync(CancellationToken cancellation)
    {
        try
        {
            var flow = await FlowAsync(cancellation);
            return flow.Failed.Concat(flow.Taken).DefaultIfEmpty(Instant.MinValue).Max() > flow.Delivered.DefaultIfEmpty(Instant.MinValue).Max();
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning(e, "The marks of mail cannot be read.");
            return true;
        }
    }

    private async Task<bool> MarkAsync(string way, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var span = Instant.FromUnixTimeTicks(now.ToUnixTimeTicks() / Span.BclCompatibleTicks * Span.BclCompatibleTicks);
        if (known.GetValueOrDefault(way) == span)
            return true;
        try
        {
            // A conflict means that it is marked.
            await records.CommitAsync(KeyOf(way, span).Insert(now), cancellation);
            known[way] = span;
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning(e, "That mail was {Way} could not be marked.", way);
            return false;
        }
    }

    private Task<List<Instant>> MarksAsync(string way, CancellationToken cancellation)
    {
        var marks = Marks.Prefix<Instant>(way + "-") with { From = KeyOf(way, clock.GetCurrentInstant() - Kept).Key };
        return records.BodiesAsync(marks, cancellation).ToListAsync(cancellation).AsTask();
    }

    private static RowKey<Instant> KeyOf(string way, Instant span) => Marks.Row<Instant>($"{way}-{Spans.Format(span)}");
}
