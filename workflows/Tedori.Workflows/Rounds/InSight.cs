using Tedori.Programme;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Keeps a case in sight of the sweeper, which passes a closed case by once all its notices have left.
/// </summary>
internal static class InSight
{
    /// <summary>
    /// Has the sweeper look at a case from now on. Written also where it does so already: a sweep that read the case
    /// before this then meets another version of its entry and does not pass it by.
    /// </summary>
    public static Task KeepAsync(IRecords records, CaseId id, CancellationToken cancellation) =>
        records.ChangeAsync(RoundRows.Entry(id), entry => new Change<EntryRow, bool>(
            (entry ?? throw new InvalidOperationException($"{id} has no entry.")) with { Closed = false }, true)
        { Touches = true },
            cancellation);
}
