using Tedori.Programme.Cases;

namespace Tedori.Workflows.Sweeping;

/// <summary>What a sweep met.</summary>
/// <param name="Rounds">Rounds looked at.</param>
/// <param name="Cases">Open cases looked at.</param>
/// <param name="Late">Cases for which something was due and not done.</param>
/// <param name="Unopened">Entries whose case had not been opened.</param>
/// <param name="Unsent">Notices that waited too long in an outbox.</param>
/// <param name="Unfinished">Approved proposals and started jobs that take too long.</param>
public sealed record SweepReport(int Rounds, int Cases, int Late, int Unopened, int Unsent, int Unfinished = 0)
{
    /// <summary>Nothing.</summary>
    public static readonly SweepReport Nothing = new(0, 0, 0, 0, 0);

    /// <summary>
    /// How many of the unsent notices tell a result of the draw, by round; null where none does, and in sweeps of before.
    /// </summary>
    public IReadOnlyDictionary<string, int>? UnsentResults { get; init; }

    /// <summary>Whether there was nothing to mend.</summary>
    public bool Clean => Late + Unopened + Unsent + Unfinished == 0;

    /// <summary>One notice that waited too long in an outbox.</summary>
    internal static SweepReport Left(Notice notice) => Nothing with
    {
        Unsent = 1,
        UnsentResults = notice.Kind is NoticeKind.ResultWon or NoticeKind.ResultLost or NoticeKind.ResultExcluded
            or NoticeKind.ResultHeld
            ? new Dictionary<string, int> { [notice.Id.CaseId.Round.ToString()] = 1 }
            : null,
    };

    /// <summary>Both together.</summary>
    internal SweepReport Plus(SweepReport other) => new(
        Rounds + other.Rounds, Cases + other.Cases, Late + other.Late, Unopened + other.Unopened, Unsent + other.Unsent,
        Unfinished + other.Unfinished)
    {
        UnsentResults = Merged(UnsentResults, other.UnsentResults),
    };

    private static IReadOnlyDictionary<string, int>? Merged(
        IReadOnlyDictionary<string, int>? a, IReadOnlyDictionary<string, int>? b) => (a, b) switch
        {
            (null, _) => b,
            (_, null) => a,
            _ => a.Concat(b).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => p.Value)),
        };
}
