using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Up to which receipt numbers of a round may have been given. It is kept apart from the records, so that records that
/// come back older than they were, by a fail-over or a restored copy, do not give a number a second time.
/// </summary>
public interface INumberBounds
{
    /// <summary>The highest bound that was ever raised for a round, 0 where there is none.</summary>
    Task<int> HighestAsync(RoundId round, CancellationToken cancellation = default);

    /// <summary>Raises the bound of a round so that it is at least this number, and answers with what it is then.</summary>
    Task<int> RaiseAsync(RoundId round, int number, CancellationToken cancellation = default);
}
