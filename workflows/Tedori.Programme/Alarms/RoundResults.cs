using Tedori.Programme.Lottery;

namespace Tedori.Programme.Alarms;

/// <summary>How far the result notices of a round are.</summary>
/// <param name="Id">The round.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="Entries">How many entries it has: as many are told a result.</param>
/// <param name="Waiting">How many result notices are composed and have not left, as the last sweep saw them.</param>
public sealed record RoundResults(RoundId Id, RoundPhase Phase, int Entries, int Waiting)
{
    /// <summary>Whether every company was sent its result, or there is none to send it to.</summary>
    public bool AreOut => Entries == 0 || (Phase == RoundPhase.Published && Waiting == 0);
}
