using Tedori.Programme.Post;

namespace Tedori.Functions.Staff.Post;

/// <summary>How far an envelope is, in Japanese.</summary>
public static class EnvelopeLabels
{
    /// <summary>The state in Japanese.</summary>
    public static string Of(EnvelopeState state) => state switch
    {
        EnvelopeState.AwaitingSecondReading => "消印の再確認待ち",
        EnvelopeState.AwaitingApprover => "承認者の認定待ち",
        EnvelopeState.Filed => "受理済み",
        EnvelopeState.Refused => "不受理",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
