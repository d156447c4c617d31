using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Workflows.Editions;

/// <summary>
/// The editions that are served, by id, with the changes of closed days, the moved windows and the outages that this
/// process knows of. One that was served
/// once is never taken away, because its cases go on; safe for many threads.
/// </summary>
public sealed class EditionCatalog
{
    private readonly Lock gate = new();
    private IReadOnlyCollection<ClosedDayChange> changes = [];
    private IReadOnlyList<MovedWindow> windows = [];
    private IReadOnlyList<Outage> outages = [];
    private Dictionary<string, Edition> written;
    private volatile Dictionary<string, Edition> editions;

    /// <summary>Puts editions into the catalog.</summary>
    public EditionCatalog(params IEnumerable<Edition> editions)
    {
        written = editions.ToDictionary(e => e.Id);
        this.editions = written;
    }

    /// <summary>All of them, oldest first.</summary>
    public IEnumerable<Edition> All =>
        editions.Values.OrderBy(e => e.FiscalYear).ThenBy(e => e.Id, StringComparer.Ordinal);

    /// <summary>What is wrong with the programme files, one English sentence a fault; empty where all hold.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>The edition of a case.</summary>
    /// <exception cref="EditionNotServedException">It is not served here.</exception>
    public Edition Of(CaseId caseId) => Of(caseId.Round);

    /// <summary>The edition of a round.</summary>
    /// <exception cref="EditionNotServedException">It is not served here.</exception>
    public Edition Of(RoundId round) => editions.TryGetValue(round.Edition, out var edition)
        ? edition
        : throw new EditionNotServedException(round.Edition);

    /// <summary>Whether an edition with this id is served here.</summary>
    public bool Has(RoundId round) => Find(round) is not null;

    /// <summary>
    /// Serves these editions too, each in place of an earlier one of its id; those served before go on.
    /// </summary>
    /// <param name="read">What was read.</param>
    /// <param name="faults">What was wrong with the files, in place of what was known before.</param>
    public void Serve(IEnumerable<Edition> read, IReadOnlyList<string> faults)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (gate)
        {
            var after = new Dictionary<string, Edition>(written);
            foreach (var edition in read)
                after[edition.Id] = edition;
            written = after;
            editions = Overlaid();
            Faults = faults;
        }
    }

    /// <summary>Lays changes of closed days over the calendars as written, in place of those laid before.</summary>
    public void Overlay(IReadOnlyCollection<ClosedDayChange> changed)
    {
        lock (gate)
        {
            changes = changed;
            editions = Overlaid();
        }
    }

    /// <summary>Lays moved windows and outages over the editions as written, in place of those laid before.</summary>
    /// <param name="moved">Moved windows in their order: the last of a round holds.</param>
    /// <param name="declared">Declared outages.</param>
    public void Overlay(IReadOnlyList<MovedWindow> moved, IReadOnlyList<Outage> declared)
    {
        lock (gate)
        {
            (windows, outages) = (moved, declared);
            editions = Overlaid();
        }
    }

    /// <summary>
    /// The edition of a round that somebody typed, or null where it is not served here or has no such round.
    /// </summary>
    public Edition? Find(RoundId round) =>
        editions.GetValueOrDefault(round.Edition) is { } edition && round.Number >= 1
            && round.Number <= edition.Rounds.Count
            ? edition
            : null;

    private Dictionary<string, Edition> Overlaid() => changes.Count + windows.Count + outages.Count == 0
        ? written
        : written.ToDictionary(e => e.Key, e => Overlaid(e.Value));

    private Edition Overlaid(Edition edition) => edition with
    {
        Calendar = edition.Calendar.With(changes),
        Rounds = [.. edition.Rounds.Select(r => Overlaid(new(edition.Id, r.Number), r))],
        Outages = outages,
    };

    private Round Overlaid(RoundId id, Round round) =>
        windows.LastOrDefault(w => w.Round == id) is { } moved ? round with { Moved = moved } : round;
}
