using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The deadlines of whole rounds that staff moved: what the public reads of dates must not be what was true before.
/// </summary>
public sealed class MovedDeadlines(IRecords records)
{
    private static readonly RowKey<MovedDeadline[]> Row =
        new RowPartition(RecordSet.Office, "settings").Row<MovedDeadline[]>("movedDeadlines");

    /// <summary>Adds one. Safe to repeat: the same move keeps its first instant.</summary>
    public Task AddAsync(MovedDeadline moved, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return records.ChangeAsync(
            Row, before => before?.Any(m => m with { At = moved.At } == moved) == true ? before : [.. before ?? [], moved],
            cancellation);
    }

    /// <summary>All of them, in the order in which they were moved.</summary>
    public async Task<IReadOnlyList<MovedDeadline>> AllAsync(CancellationToken cancellation = default) =>
        (await records.ReadAsync(Row, cancellation))?.Body ?? [];
}

/// <summary>A deadline of a round that staff moved. Storage format.</summary>
/// <param name="Round">The round.</param>
/// <param name="Step">The step whose deadline it is.</param>
/// <param name="Track">The track that it was moved for, or null for all.</param>
/// <param name="Date">The new last day, Asia/Tokyo, inclusive.</param>
/// <param name="At">When it was moved.</param>
public sealed record MovedDeadline(RoundId Round, Step Step, Track? Track, LocalDate Date, Instant At);

/// <summary>Reads of what was moved.</summary>
public static class MovedDeadlineReads
{
    /// <summary>How a deadline was moved last, or null where it stands as the edition has it.</summary>
    /// <param name="moved">What was moved, in its order.</param>
    /// <param name="round">The round.</param>
    /// <param name="step">The step.</param>
    /// <param name="track">The track, or null where all tracks have one deadline.</param>
    public static MovedDeadline? LastOf(
        this IEnumerable<MovedDeadline> moved, RoundId round, Step step, Track? track) => moved.LastOrDefault(
        m => m.Round == round && m.Step == step && (m.Track is null || m.Track == track));
}
