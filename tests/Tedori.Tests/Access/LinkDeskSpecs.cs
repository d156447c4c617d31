using Tedori.Programme.Cases;
using Tedori.Tests.Cases;
using Tedori.Tests.Workflows;
using Tedori.Workflows.Access;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Access;

public sealed class LinkDeskSpecs
{
    private readonly Bureau bureau = new();
    private readonly LinkDesk desk;

    public LinkDeskSpecs() => desk = new(bureau.Records, bureau.Cases, bureau.Hints);

    [Theory]
    [InlineData("hanako@example.jp")]
    [InlineData(" HANAKO@example.jp ")]
    public async Task SendAgain_ToTheRegisteredAddress_PutsANoticeIntoTheOutbox(string email)
    {
        await bureau.EnterAsync(1);
        await desk.SendAgainAsync(Sample.CaseId, email, bureau.Now);
        await desk.SendAgainAsync(Sample.CaseId, email, bureau.Now);
        Assert.Equal(["outbox-r7-01-00001.linkSentAgain.0001", "outbox-r7-01-00001.linkSentAgain.0002"], Links());
        Assert.Contains("pending r7-01-00001.linkSentAgain.0001", bureau.Hints.Given);
    }

    [Fact]
    public async Task SendAgain_AfterTheFirstLeft_IsAnotherNotice()
    {
        await bureau.EnterAsync(1);
        await desk.SendAgainAsync(Sample.CaseId, "hanako@example.jp", bureau.Now);
        await bureau.Notices.SendAsync(NoticeId.Parse("r7-01-00001.linkSentAgain.0001"));
        await desk.SendAgainAsync(Sample.CaseId, "hanako@example.jp", bureau.Now);
        Assert.Equal(["outbox-r7-01-00001.linkSentAgain.0002", "sent-r7-01-00001.linkSentAgain.0001"], Links());
    }

    [Theory]
    [InlineData("r7-01-00001", "taro@example.jp")]
    [InlineData("r7-01-00002", "hanako@example.jp")]
    [InlineData("r9-01-00001", "hanako@example.jp")]
    public async Task SendAgain_OfAnotherAddressOrCase_WritesNothing(string id, string email)
    {
        await bureau.EnterAsync(1);
        await desk.SendAgainAsync(Programme.CaseId.Parse(id), email, bureau.Now);
        Assert.Empty(Links());
    }

    private IEnumerable<string> Links() => bureau.Records.Keys(RecordSet.Cases, "r7-01-00001")
        .Where(k => k.Contains("linkSentAgain", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
