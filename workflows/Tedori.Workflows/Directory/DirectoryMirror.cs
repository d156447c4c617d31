using System.Collections.Concurrent;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Text;

namespace Tedori.Workflows.Directory;

/// <summary>
/// The directory in memory, one for a process. Where several processes write, it is read again when it is older than
/// <paramref name="reload"/>; where this one writes alone, never.
/// </summary>
/// <param name="reload">How old what other processes wrote may be, or null where there are none.</param>
public sealed class DirectoryMirror(Duration? reload)
{
    private readonly ConcurrentDictionary<RoundId, Instant> loaded = [];
    private readonly ConcurrentDictionary<RoundId, MirroredRound> rounds = [];
    private readonly ConcurrentDictionary<RoundId, SemaphoreSlim> turns = [];

    /// <summary>Whether the cases of a round have to be read.</summary>
    internal bool IsStale(RoundId round, Instant now) =>
        !loaded.TryGetValue(round, out var at) || (reload is { } age && now - at > age);

    /// <summary>Waits for the turn to read a round; what it answers with gives the turn back.</summary>
    internal async Task<IDisposable> TurnAsync(RoundId round, CancellationToken cancellation)
    {
        var turn = turns.GetOrAdd(round, _ => new(1, 1));
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    /// <summary>Says that the cases of a round were read from an instant on.</summary>
    internal void Loaded(RoundId round, Instant at) => loaded[round] = at;

    /// <summary>Keeps a listing unless a newer one is there.</summary>
    internal void Put(CaseListing listing) => rounds.GetOrAdd(listing.Id.Round, _ => new()).Put(listing);

    /// <summary>The listing of a case, or null where it is not listed.</summary>
    internal CaseListing? Find(CaseId id) => rounds.TryGetValue(id.Round, out var round) ? round.Find(id) : null;

    /// <summary>All cases of a round, by serial.</summary>
    internal IReadOnlyList<ListedCase> Of(RoundId round) => rounds.TryGetValue(round, out var cases) ? cases.Ordered : [];

    private sealed class Turn(SemaphoreSlim taken) : IDisposable
    {
        public void Dispose() => taken.Release();
    }
}

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

/// <summary>A listing with what searches compare, folded once.</summary>
internal sealed class ListedCase(CaseListing listing)
{
    private readonly string name = SearchText.Fold(listing.CompanyName);
    private readonly string phone = Phones.Digits(listing.Phone);
    // Of a million listings most are written as they are compared: then there is one text and not two.
    private readonly string email =
        MailAddresses.Fold(listing.Email) is var folded && folded == listing.Email ? listing.Email : folded;

    public CaseListing Listing => listing;

    /// <summary>
    /// Whether a search text is part of the name, the receipt number, the mail address, the phone or corporate number.
    /// </summary>
    public bool Matches(SoughtText sought) =>
        sought.IsEmpty
        || (sought.Name.Length > 0 && name.Contains(sought.Name, StringComparison.Ordinal))
        || (sought.IsOfId && listing.Id.ToString().Contains(sought.Id, StringComparison.OrdinalIgnoreCase))
        || email.Contains(sought.Email, StringComparison.OrdinalIgnoreCase)
        || (sought.Digits.Length >= 4 && (phone.Contains(sought.Digits, StringComparison.Ordinal)
            || listing.CorporateNumber?.Contains(sought.Digits, StringComparison.Ordinal) == true));
}

/// <summary>What is searched for, folded once for each of what it may be a part of.</summary>
internal sealed class SoughtText(string text)
{
    public bool IsEmpty { get; } = Folding.Fold(text).Length == 0;

    public string Name { get; } = SearchText.Fold(text);

    public string Id { get; } = ReceiptNumbers.Fold(text);

    /// <summary>Whether it can be part of a receipt number at all.</summary>
    public bool IsOfId { get; } = ReceiptNumbers.Fold(text).All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    public string Email { get; } = MailAddresses.Fold(text);

    public string Digits { get; } = Phones.Digits(text);
}
