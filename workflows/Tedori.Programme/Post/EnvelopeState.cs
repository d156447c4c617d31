namespace Tedori.Programme.Post;

/// <summary>How far an envelope is. Names are storage format.</summary>
public enum EnvelopeState
{
    /// <summary>The postmark decides, so a second person must read it (消印の再確認待ち).</summary>
    AwaitingSecondReading,

    /// <summary>It is illegible, or two people read different dates: an approver decides (承認者の認定待ち).</summary>
    AwaitingApprover,

    /// <summary>It entered its step as a filing (受理済み).</summary>
    Filed,

    /// <summary>The rules refused it (不受理).</summary>
    Refused,
}
