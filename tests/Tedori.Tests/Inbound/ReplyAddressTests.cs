using Tedori.Programme;
using Tedori.Programme.Inbound;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Inbound;

public sealed class ReplyAddressTests
{
    private static readonly ReplyAddress Known = new(CaseId.Parse("r7-07-00123"), "k7fqm2xwp3ha");

    [Theory]
    [InlineData("r7-07-00123+k7fqm2xwp3ha@mail.example")]
    [InlineData(" R7-07-00123+K7FQM2XWP3HA@MAIL.EXAMPLE ")]
    public void Read_ItsOwnAddressInWhateverLetters_IsTheCase(string address) =>
        Assert.Equal(Known, ReplyAddress.Read(address, "mail.example"));

    [Fact]
    public void In_AnyDomain_IsReadBack() => Assert.Equal(Known, ReplyAddress.Read(Known.In("a.example"), "a.example"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("office@mail.example")]
    [InlineData("r7-07-00123@mail.example")]
    [InlineData("r7-07-00123+k7fqm2xwp3ha@other.example")]
    [InlineData("r7-07-00123+k7fqm2xwp3h@mail.example")]
    [InlineData("r7-07-00123+k7fqm2xwp3h0@mail.example")]
    [InlineData("r7-07-00123+k7fqm2xwp3ha+x@mail.example")]
    [InlineData("r7-07-0123+k7fqm2xwp3ha@mail.example")]
    [InlineData("r7-07-00123+k7fqm2xwp3ha@mail.example@mail.example")]
    public void Read_AnythingElse_IsNone(string? address) => Assert.Null(ReplyAddress.Read(address, "mail.example"));

    [Fact]
    public async Task Of_ACase_IsOneForAllItsMailsAndAnotherForEachCase()
    {
        var office = OfficeWithMail.Open();
        var replies = office.Get<ReplyAddresses>();
        var (one, two) = (new CaseId(TestOffice.First, 1), new CaseId(TestOffice.First, 2));

        var address = (await replies.OfAsync(one))!;

        Assert.Equal(address, await replies.OfAsync(one));
        Assert.Equal(one, await replies.FindAsync(address));
        var code = (await office.Records.ReadAsync(CaseRows.ReplyCode(one)))!.Body;
        Assert.Null(await replies.FindAsync(new ReplyAddress(two, code).In(OfficeWithMail.Domain)));
        await replies.OfAsync(two);
        Assert.Null(await replies.FindAsync(new ReplyAddress(two, code).In(OfficeWithMail.Domain)));
    }

    [Fact]
    public async Task Of_WhereNoMailsComeIn_IsNoneAndReadsNothing()
    {
        var office = new TestOffice();

        Assert.Null(await office.Get<ReplyAddresses>().OfAsync(new(TestOffice.First, 1)));
        Assert.Null(await office.Records.ReadAsync(CaseRows.ReplyCode(new(TestOffice.First, 1))));
    }

    [Fact]
    public async Task Notice_WhereMailsComeIn_IsAnsweredAtTheAddressOfItsCase()
    {
        var office = OfficeWithMail.Open();
        await office.EnterAsync(1);
        await office.Notices.SendAsync(Tedori.Programme.Cases.NoticeId.Parse("r7-01-00001.entryReceived.0001"));

        var sent = Assert.Single(office.Mail.Taken);

        Assert.Equal(await office.Get<ReplyAddresses>().OfAsync(new(TestOffice.First, 1)), sent.ReplyTo);
    }
}
