using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Access;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Access;

public sealed class LinkServiceSpecs
{
    private readonly TestOffice office = new();
    private readonly LinkService service;

    public LinkServiceSpecs() => service = new(office.Records, office.Cases, office.Directory, office.Hints);

    [Theory]
    [InlineData("hanako@example.jp")]
    [InlineData(" HANAKO@example.jp ")]
    public async Task SendAgain_ToTheRegisteredAddress_PutsANoticeIntoTheOutbox(string email)
    {
        await office.EnterAsync(1);
        await service.SendAgainAsync(Sample.CaseId, email, office.Now);
        await service.SendAgainAsync(Sample.CaseId, email, office.Now);
        Assert.Equal(["outbox-r7-01-00001.linkSentAgain.0001", "outbox-r7-01-00001.linkSentAgain.0002"], Links());
        Assert.Contains("pending r7-01-00001.linkSentAgain.0001", office.Hints.Given);
    }

    [Theory]
    [InlineData("ｈａｎａｋｏ@example.jp", 1)]
    [InlineData("taro@example.jp", 0)]
    public async Task SendAgain_ByTheAddressAlone_FindsTheCase(string email, int links)
    {
        await office.EnterAsync(1);
        await service.SendAgainAsync(email, office.Now);
        Assert.Equal(links, Links().Count());
    }

    [Fact]
    public async Task SendAgain_AfterTheFirstLeft_IsAnotherNotice()
    {
        await office.EnterAsync(1);
        await service.SendAgainAsync(Sample.CaseId, "hanako@example.jp", office.Now);
        await office.Notices.SendAsync(NoticeId.Parse("r7-01-00001.linkSentAgain.0001"));
        await service.SendAgainAsync(Sample.CaseId, "hanako@example.jp", office.Now);
        Assert.Equal(["outbox-r7-01-00001.linkSentAgain.0002", "sent-r7-01-00001.linkSentAgain.0001"], Links());
    }

    [Theory]
    [InlineData("r7-01-00001", "taro@example.jp")]
    [InlineData("r7-01-00002", "hanako@example.jp")]
    [InlineData("r9-01-00001", "hanako@example.jp")]
    public async Task SendAgain_OfAnotherAddressOrCase_WritesNothing(string id, string email)
    {
        await office.EnterAsync(1);
        await service.SendAgainAsync(Programme.CaseId.Parse(id), email, office.Now);
        Assert.Empty(Links());
    }

    private IEnumerable<string> Links() => office.Records.Keys(RecordSet.Cases, "r7-01-00001")
        .Where(k => k.Contains("linkSentAgain", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
