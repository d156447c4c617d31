using NodaTime;
using Tedori.Local;
using Tedori.Programme;
using Tedori.Programme.Editions;

namespace Tedori.Season;

/// <summary>What to play.</summary>
/// <param name="Edition">The programme; the oldest where several years are played.</param>
/// <param name="Entries">Entries per round; rounds 3 and 8 get 60 % of them.</param>
/// <param name="Seed">Seed of all chance.</param>
/// <param name="Until">Where to stop in the middle, or null to play to the end.</param>
/// <param name="LostHints">Of a thousand hints, how many are lost, to show that the sweeper mends it.</param>
/// <param name="Sweeps">
/// Whether the sweeper and the watch come; without them the life of the cases can be counted alone.
/// </param>
internal sealed record SeasonOptions(
    Edition Edition, int Entries, long Seed, Instant? Until = null, int LostHints = 0, bool Sweeps = true)
{
    /// <summary>Fewest entries a round for which the model has room for its special companies.</summary>
    public const int FewestEntries = 20;

    /// <summary>Most entries a round.</summary>
    public const int MostEntries = 20_000;

    /// <summary>The years that are played beside it, oldest first.</summary>
    public IReadOnlyList<Edition> Further { get; init; } = [];

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Edition> Editions => [Edition, .. Further];

    /// <summary>Their ids, with a plus between them.</summary>
    public string Ids => string.Join('+', Editions.Select(e => e.Id));

    /// <summary>All rounds of all years, in their order.</summary>
    public IEnumerable<RoundId> Rounds => Editions.SelectMany(e => e.Rounds, (e, r) => new RoundId(e.Id, r.Number));

    /// <summary>The edition of a round that is played.</summary>
    public Edition Of(RoundId round) => Editions.Single(e => e.Id == round.Edition);

    /// <summary>The edition of a case that is played.</summary>
    public Edition Of(CaseId id) => Of(id.Round);

    /// <summary>Whether record and evidence are in an Azurite, and not on disk.</summary>
    public bool OnAzurite { get; init; }

    /// <summary>Whether the mail server has a bad day, every day.</summary>
    public bool FaultyMail { get; init; }

    /// <summary>Refuses what cannot be played.</summary>
    /// <exception cref="UsageException">A number is out of range.</exception>
    public void Check()
    {
        if (Entries is < FewestEntries or > MostEntries)
            throw new UsageException($"--entries {Entries} is out of range: give {FewestEntries} to {MostEntries}.");
        if (LostHints is < 0 or > 1000)
            throw new UsageException($"--lost-hints {LostHints} is out of range: give 0 to 1000.");
    }

    /// <summary>Entries of a round.</summary>
    public int EntriesOf(int round) => round is 3 or 8 ? Entries * 6 / 10 : Entries;
}
