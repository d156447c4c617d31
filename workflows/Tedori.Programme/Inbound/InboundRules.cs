namespace Tedori.Programme.Inbound;

/// <summary>Decides what a mail that came in is. Whatever it is, it is kept; only what somebody wrote is answered.</summary>
public static class InboundRules
{
    // Programs of Japanese and foreign offices that set no header.
    private static readonly string[] AutomaticSubjects =
        ["自動返信", "自動応答", "不在通知", "不在のお知らせ", "automatic reply", "auto reply", "auto-reply", "out of office"];

    private static readonly char[] Brackets = ['[', '\u3010', '<', '(', '\uff08', ' ', '\u3000'];

    private static readonly string[] ListPrecedences = ["list", "bulk", "junk"];

    /// <summary>What it is. The first rule that fits decides: a report that came by a list is a report.</summary>
    public static InboundKind KindOf(InboundFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!facts.Readable)
            return InboundKind.Broken;
        if (facts.IsDeliveryReport)
            return InboundKind.Bounce;
        if (facts.IsOwn)
            return InboundKind.Loop;
        if (IsAutomatic(facts))
            return InboundKind.AutoReply;
        if (facts.NullSender)
            return InboundKind.Bounce;
        if (facts.MarkedList || Is(facts.Precedence, ListPrecedences))
            return InboundKind.MailingList;
        if (facts.IsEncrypted)
            return InboundKind.Encrypted;
        return facts.HasText || facts.Files > 0 || !string.IsNullOrWhiteSpace(facts.Subject)
            ? InboundKind.Message
            : InboundKind.Empty;
    }

    /// <summary>Whether staff have to look at such a mail: everything else is in the list for who looks for it.</summary>
    public static bool ConcernsStaff(InboundKind kind) =>
        kind is InboundKind.Message or InboundKind.Encrypted or InboundKind.Broken;

    /// <summary>
    /// Whether the company is told that such a mail came and is no filing. What no person wrote is never answered: two programs
    /// would answer each other for ever; nor is what somebody else may have sent in the company's name.
    /// </summary>
    public static bool IsAnswered(InboundKind kind, SenderProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return kind is InboundKind.Message or InboundKind.Encrypted && !proof.IsDoubtful;
    }

    private static bool IsAutomatic(InboundFacts facts) =>
        facts.MarkedAutomatic
        || (facts.AutoSubmitted is { } said && !said.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || Is(facts.Precedence, ["auto_reply"])
        || AutomaticSubjects.Any(s => IsMarked(facts.Subject.TrimStart(Brackets), s));

    // As a mark that a program sets before what it says, not as what somebody writes about.
    private static bool IsMarked(string subject, string mark) =>
        subject.StartsWith(mark, StringComparison.OrdinalIgnoreCase)
        && (subject.Length == mark.Length || ":\uff1a\u3011])\uff09>".Contains(subject[mark.Length], StringComparison.Ordinal));

    private static bool Is(string? value, string[] known) =>
        value is not null && known.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);
}
