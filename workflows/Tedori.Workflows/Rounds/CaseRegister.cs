using Tedori.Programme;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// Walks over all cases of all editions page by page, so that a walk may stop anywhere and go on later.
/// </summary>
public sealed class CaseRegister(IRecords records, EditionCatalog editions)
{
    /// <summary>All rounds, oldest edition first.</summary>
    public IEnumerable<RoundId> Rounds =>
        editions.All.SelectMany(e => e.Rounds.Select(r => new RoundId(e.Id, r.Number)));

    /// <summary>Where a walk begins.</summary>
    public CasePosition Start => new(Rounds.First(), 1);

    /// <summary>
    /// The cases of a round with serial numbers from <paramref name="serial"/> (inclusive), in their order.
    /// </summary>
    public async Task<IReadOnlyList<CaseId>> CasesAsync(
        RoundId round, int serial, int most, CancellationToken cancellation = default) =>
        await records.BodiesAsync(RoundRows.EntriesOf(round, serial, most), cancellation)
            .Select(e => e.CaseId).ToListAsync(cancellation);

    /// <summary>The cases at a position, at most so many, and where to go on; null after the last.</summary>
    public async Task<(IReadOnlyList<CaseId> Cases, CasePosition? Next)> PageAsync(
        CasePosition position, int most, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(position);
        var cases = await CasesAsync(position.Round, position.Serial, most, cancellation);
        var behind = position.Serial + most;
        // Numbers may be left out, so that a page is not full although there are more.
        if (behind <= (await records.ReadAsync(RoundRows.Counter(position.Round), cancellation))?.Body.Next - 1)
            return (cases, position with { Serial = behind });
        var following = Rounds.SkipWhile(r => r != position.Round).Skip(1).Take(1).ToList();
        return (cases, following is [var round] ? new(round, 1) : null);
    }
}
