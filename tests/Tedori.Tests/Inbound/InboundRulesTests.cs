using Tedori.Programme.Inbound;

namespace Tedori.Tests.Inbound;

public sealed class InboundRulesTests
{
    private static readonly InboundFacts Plain = new() { HasText = true, Subject = "就業規則について" };

    public static TheoryData<InboundKind, InboundFacts> Kinds => new()
    {
        { InboundKind.Message, Plain },
        { InboundKind.Message, Plain with { HasText = false, Files = 1 } },
        { InboundKind.Message, Plain with { AutoSubmitted = "no" } },
        { InboundKind.Message, Plain with { Subject = "Re: 自動返信メールが届きません" } },
        { InboundKind.Message, Plain with { Precedence = "first-class" } },
        { InboundKind.Message, Plain with { HasText = false } },
        { InboundKind.Message, Plain with { Subject = "自動返信が届かないのですが" } },
        { InboundKind.AutoReply, Plain with { Subject = "自動返信：受付" } },
        { InboundKind.Empty, Plain with { HasText = false, Subject = " " } },
        { InboundKind.AutoReply, Plain with { AutoSubmitted = "auto-replied" } },
        { InboundKind.AutoReply, Plain with { AutoSubmitted = " auto-generated; owner=x" } },
        { InboundKind.AutoReply, Plain with { MarkedAutomatic = true } },
        { InboundKind.AutoReply, Plain with { Precedence = "auto_reply" } },
        { InboundKind.AutoReply, Plain with { Subject = "【自動返信】お問い合わせを受け付けました" } },
        { InboundKind.AutoReply, Plain with { Subject = "Automatic reply: 抽選結果" } },
        { InboundKind.AutoReply, Plain with { AutoSubmitted = "auto-replied", NullSender = true } },
        { InboundKind.Bounce, Plain with { IsDeliveryReport = true } },
        { InboundKind.Bounce, Plain with { NullSender = true } },
        { InboundKind.Bounce, Plain with { IsDeliveryReport = true, AutoSubmitted = "auto-replied", MarkedList = true } },
        { InboundKind.MailingList, Plain with { MarkedList = true } },
        { InboundKind.MailingList, Plain with { Precedence = "Bulk" } },
        { InboundKind.Loop, Plain with { IsOwn = true, AutoSubmitted = "auto-generated" } },
        { InboundKind.Encrypted, Plain with { IsEncrypted = true, HasText = false } },
        { InboundKind.Broken, new() { Readable = false, HasText = true } },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void KindOf_WhatItsHeadAndPartsSay_IsTheFirstRuleThatFits(InboundKind kind, InboundFacts facts) =>
        Assert.Equal(kind, InboundRules.KindOf(facts));

    [Fact]
    public void ConcernsStaff_OfEachKind_IsWhatSomebodyHasToRead() => Assert.Equal(
        [InboundKind.Message, InboundKind.Encrypted, InboundKind.Broken],
        Enum.GetValues<InboundKind>().Where(InboundRules.ConcernsStaff));

    [Theory]
    [InlineData("a@company.example", "pass", "a@company.example", "", "pass")]
    [InlineData("a@company.example", "pass", "bounce@mail.company.example", "", "pass")]
    [InlineData("a@sub.company.example", "pass", "a@Company.example.", "", "pass")]
    [InlineData("a@company.example", "pass", "a@evil.example", "", "fail")]
    [InlineData("a@company.example", "pass", "a@evilcompany.example", "", "fail")]
    [InlineData("a@company.example", "pass", "a@example", "", "fail")]
    [InlineData("a@company.example", "fail", "a@company.example", "company.example", "pass")]
    [InlineData("a@company.example", "pass", "list@lists.example", "company.example", "pass")]
    [InlineData("a@company.example", "fail", "a@company.example", "evil.example", "fail")]
    [InlineData("a@company.example", "none", "a@company.example", "", null)]
    [InlineData("a@company.example", "pass", "", "", null)]
    [InlineData("", "pass", "a@company.example", "", null)]
    public void Aligned_OfWhatHolds_IsWhetherItIsOfTheDomainThatIsSeen(
        string from, string spf, string envelope, string signedBy, string? dmarc) => Assert.Equal(
        dmarc, new SenderProof(spf, null, null).Aligned(from, envelope, signedBy.Length == 0 ? [] : [signedBy]).Dmarc);

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData("pass", "pass", "pass", false)]
    [InlineData("fail", "pass", null, false)]
    [InlineData("fail", null, "pass", false)]
    [InlineData("fail", null, null, true)]
    [InlineData("softfail", "none", null, true)]
    [InlineData("pass", "pass", "fail", true)]
    public void IsDoubtful_OfWhatTheServerFound_IsWhereTheSenderIsLikelyAnother(
        string? spf, string? dkim, string? dmarc, bool doubtful) =>
        Assert.Equal(doubtful, new SenderProof(spf, dkim, dmarc).IsDoubtful);
}
