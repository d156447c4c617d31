using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;

namespace Tedori.Workflows.Evidence;

/// <summary>One upload of a case. Storage format.</summary>
/// <param name="Number">Its number in the case, from 1.</param>
/// <param name="Name">The file name that was declared.</param>
/// <param name="Size">The length in bytes that was declared.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="ExpiresAt">Until when (exclusive) it may be gone on with.</param>
public sealed record UploadRow(int Number, string Name, long Size, Instant OpenedAt, Instant ExpiresAt)
{
    private static readonly Duration Awaited = Duration.FromMinutes(30);

    /// <summary>Which document of the form it is to be, or null.</summary>
    public string? Slot { get; init; }

    /// <summary>The file that it became, or null.</summary>
    public HeldFile? File { get; init; }

    /// <summary>Why its file was not taken, or null.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>When its file was removed by the company, or null.</summary>
    public Instant? RemovedAt { get; init; }

    /// <summary>Whether a file is still awaited of it.</summary>
    public bool IsPending(Instant now) => File is null && Refusal is null && now < ExpiresAt;

    /// <summary>
    /// Whether room is kept for it: not for one that was opened and left, which would keep the company from its own room.
    /// </summary>
    public bool IsAwaited(Instant now) => IsPending(now) && now < OpenedAt + Awaited;

    /// <summary>Its parts in quarantine.</summary>
    public UploadParts PartsIn(CaseId caseId) => new(new(JapanTime.DateOf(OpenedAt), caseId, Number), Size);
}
