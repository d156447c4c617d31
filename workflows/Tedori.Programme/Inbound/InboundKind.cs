namespace Tedori.Programme.Inbound;

/// <summary>What a mail that came in is (受信メールの種類). Storage format: names.</summary>
public enum InboundKind
{
    /// <summary>Somebody wrote it (通常のメール).</summary>
    Message,

    /// <summary>A program answered by itself, for example that somebody is away (自動応答).</summary>
    AutoReply,

    /// <summary>A mail server reports that a mail could not be delivered (不達通知).</summary>
    Bounce,

    /// <summary>It was sent to a list of readers (メーリングリスト).</summary>
    MailingList,

    /// <summary>A mail of this system came back to it (自システムのメール).</summary>
    Loop,

    /// <summary>It is encrypted, so that nobody here can read it (暗号化されたメール).</summary>
    Encrypted,

    /// <summary>It cannot be read as a mail (読み取れないメール).</summary>
    Broken,

    /// <summary>It has neither a subject nor a text nor a file (本文のないメール).</summary>
    Empty,
}
