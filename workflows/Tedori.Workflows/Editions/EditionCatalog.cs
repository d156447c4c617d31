using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Workflows.Editions;

/// <summary>The editions that are served, by id, with the changes of closed days that this process knows of.</summary>
public sealed class EditionCatalog
{
    private readonly Dictionary<string, Edition> written;
    private volatile Dictionary<string, Edition> editions;

    /// <summary>Puts editions into the catalog.</summary>
    public EditionCatalog(params IEnumerable<Edition> editions)
    {
        written = editions.ToDictionary(e => e.Id);
        this.editions = written;
    }

    /// <summary>All of them, oldest first.</summary>
    public IEnumerable<Edition> All => editions.Values.OrderBy(e => e.FiscalYear);

    /// <summary>The edition of a case.</summary>
    /// <exception cref="KeyNotFoundException">It is not served here.</exception>
    public Edition Of(CaseId caseId) => Of(caseId.Round);

    /// <summary>The edition of a round.</summary>
    /// <exception cref="KeyNotFoundException">It is not served here.</exception>
    public Edition Of(RoundId round) => editions.TryGetValue(round.Edition, out var edition)
        ? edition
        : throw new KeyNotFoundException($"No programme file for {round} is loaded.");

    /// <summary>Whether an edition with this id is served here.</summary>
    public bool Has(RoundId round) => Find(round) is not null;

    /// <summary>Lays changes of closed days over the calendars as written, in place of those laid before.</summary>
    public void Overlay(IReadOnlyCollection<ClosedDayChange> changes) =>
        editions = written.ToDictionary(e => e.Key, e => changes.Count == 0
            ? e.Value
            : e.Value with { Calendar = e.Value.Calendar.With(changes) });

    /// <summary>
    /// The edition of a round that somebody typed, or null where it is not served here or has no such round.
    /// </summary>
    public Edition? Find(RoundId round) =>
        editions.GetValueOrDefault(round.Edition) is { } edition && round.Number >= 1
            && round.Number <= edition.Rounds.Count
            ? edition
            : null;
}
