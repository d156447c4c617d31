using Tedori.Programme.Cases;
using Tedori.Programme.Programmes;

namespace Tedori.Workflows;

/// <summary>The editions that are served, by id.</summary>
public sealed class EditionShelf
{
    private readonly Dictionary<string, Edition> editions;

    /// <summary>Puts editions on the shelf.</summary>
    public EditionShelf(params IEnumerable<Edition> editions) => this.editions = editions.ToDictionary(e => e.Id);

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

    /// <summary>The edition of a round that somebody typed, or null where it is not served here or has no such round.</summary>
    public Edition? Find(RoundId round) =>
        editions.GetValueOrDefault(round.Edition) is { } edition && round.Number >= 1 && round.Number <= edition.Rounds.Count
            ? edition
            : null;
}
