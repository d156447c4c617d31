using Tedori.Programme.Lottery;

namespace Tedori.Functions.Operator;

/// <summary>The phases of a round in Japanese.</summary>
public static class PhaseLabels
{
    /// <summary>The phase in Japanese.</summary>
    public static string Of(RoundPhase phase) => phase switch
    {
        RoundPhase.Scheduled => "受付前",
        RoundPhase.Open => "受付中",
        RoundPhase.Sealed => "名簿確定",
        RoundPhase.Drawn => "抽選済み(公表待ち)",
        RoundPhase.Released => "公表中",
        RoundPhase.Published => "公表済み",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Unknown phase."),
    };
}
