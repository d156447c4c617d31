using System.Collections.Concurrent;
using Tedori.Programme;

namespace Tedori.Workflows.Directory;

/// <summary>
/// The listings of a round in memory, in order as long as none changes: a list of all cases sorts nothing.
/// </summary>
internal sealed class MirroredRound
{
    private readonly ConcurrentDictionary<CaseId, ListedCase> cases = [];
    private Snapshot? latest;
    private int changes;

    /// <summary>All cases by serial, as they were at one instant of the call.</summary>
    public IReadOnlyList<ListedCase> Ordered
    {
        get
        {
            // Read first: what changes while the list is made makes the next call make it again.
            var seen = Volatile.Read(ref changes);
            if (Volatile.Read(ref latest) is { } known && known.Changes == seen)
                return known.Cases;
            var made = cases.Values.ToArray();
            Array.Sort(made, (a, b) => a.Listing.Id.Serial.CompareTo(b.Listing.Id.Serial));
            Volatile.Write(ref latest, new(seen, made));
            return made;
        }
    }

    /// <summary>Keeps a listing unless a newer one is there.</summary>
    public void Put(CaseListing listing)
    {
        cases.AddOrUpdate(
            listing.Id, _ => new(listing), (_, known) => known.Listing.Events > listing.Events ? known : new(listing));
        Interlocked.Increment(ref changes);
    }

    /// <summary>The listing of a case, or null where it is not listed.</summary>
    public CaseListing? Find(CaseId id) => cases.TryGetValue(id, out var listed) ? listed.Listing : null;

    private sealed record Snapshot(int Changes, ListedCase[] Cases);
}
