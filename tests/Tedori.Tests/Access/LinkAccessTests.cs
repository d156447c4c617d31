using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Access;

public sealed class LinkAccessTests
{
    private static readonly CaseId Case = CaseId.Parse("r7-01-00001");
    private static readonly Instant Now = Instant.FromUtc(2025, 6, 1, 0, 0);
    private static readonly Instant Later = Now + Duration.FromDays(1);

    [Theory]
    [InlineData("", "無効にする理由を1文字以上1,000文字以内で入力してください。")]
    [InlineData(" 　", "無効にする理由を1文字以上1,000文字以内で入力してください。")]
    public void Revocation_WithoutAReason_IsRefused(string reason, string text)
    {
        var (after, refusal) = LinkAccess.Initial.Without(Revoked(1) with { Reason = reason });

        Assert.Equal(("linkReason", text), (refusal!.Code, refusal.Text));
        Assert.Same(LinkAccess.Initial, after);
    }

    [Fact]
    public void Revocation_WithAReasonTooLong_IsRefused()
    {
        Assert.Null(LinkAccess.Initial.Without(Revoked(1) with { Reason = new('理', 1000) }).Refusal);
        Assert.NotNull(LinkAccess.Initial.Without(Revoked(1) with { Reason = new('理', 1001) }).Refusal);
    }

    [Fact]
    public void Revocations_OfMoreThanAHundred_AreRefusedAndTheHundredFitARow()
    {
        var access = LinkAccess.Initial;
        for (var n = 1; n <= LinkAccess.MostRevoked; n++)
            access = access.Without(Revoked(n) with { Reason = new('理', LinkAccess.MostCharacters) }).After;

        var (after, refusal) = access.Without(Revoked(101));

        Assert.Equal("linksTooMany", refusal!.Code);
        Assert.Equal(100, after.Revoked!.Count);
        Assert.True(TedoriJson.Write(after).Length < Tedori.Workflows.Records.RecordRules.LongestBody);
    }

    [Fact]
    public void Access_WrittenAndRead_IsTheSameAndTheFirstIsWrittenAsEver()
    {
        var access = LinkAccess.Initial.WithNewAddress().Without(Revoked(1)).After;

        var read = TedoriJson.Read<LinkAccess>(TedoriJson.Write(access));

        Assert.Equal((2, 0), (read.Generation, read.ContactsFrom));
        Assert.Equal(access.Revoked, read.Revoked);
        Assert.Equal(new LinkAccess(4), TedoriJson.Read<LinkAccess>("""{"generation":4}"""));
    }

    [Fact]
    public void Judgement_OfALinkThatIsBothVoidAndOver_SaysThatItIsOver() => Assert.Equal(
        new LinkVerdict.Expired(Now), LinkAccess.Initial.WithoutAll().Judge(new CaseLink(Case, 1), Now, Now));

    [Fact]
    public void List_OfTheLedger_HasALinkForEachNoticeThatCarriedOneWithItsState()
    {
        var access = LinkAccess.Initial.WithNewAddress().Without(Revoked(3)).After;
        SentNotice[] sent =
        [
            Sent(1, new(1, Later)), Sent(2, new(2, Later)), Sent(3, new(2, Later)), Sent(4, new(2, Now)), Sent(5, null),
            Sent(6, null) with { State = NoticeState.Refused },
            Sent(7, new(1, Later), new ContactConfirmation(1, ContactSide.Old)),
        ];

        var links = ListedLink.Of(sent, access, Now);

        Assert.Equal(
            [
                (1, new LinkVerdict.Revoked()), (2, new LinkVerdict.Valid()), (3, new LinkVerdict.Revoked()),
                (4, new LinkVerdict.Expired(Now)), (7, (LinkVerdict)new LinkVerdict.Valid()),
            ],
            links.Select(l => (l.Notice.Cause, l.Verdict)));
        Assert.Equal([3], links.Where(l => l.Revocation is not null).Select(l => l.Notice.Cause));
        Assert.Equal([7], links.Where(l => l.ConfirmsContact).Select(l => l.Notice.Cause));
        Assert.Equal(1, ListedLink.Unlisted(sent));
    }

    private static NoticeId Id(int cause) => new(Case, NoticeKind.Reminder, cause);

    private static RevokedLink Revoked(int cause) => new(Id(cause), Now, "ito", "伊藤", "誤送信");

    private static SentNotice Sent(int cause, SentLink? link, ContactConfirmation? confirms = null) => new(
        new(Id(cause), NoticeKind.Reminder, cause, "a@example.jp", "見本", "件名", "次", [], Now, confirms),
        $"m{cause}", Now + Duration.FromSeconds(cause), NoticeState.Delivered, Now, link);
}
