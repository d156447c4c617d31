using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Mail;

/// <summary>Where all mails go to one address, the ledger says so and the notice stays whom it was meant for.</summary>
public sealed class DivertedNoticeSpecs : IAsyncLifetime
{
    private const string All = "test@office.example";
    private static readonly NoticeId Id = NoticeId.Parse("r7-01-00001.entryReceived.0001");
    private readonly TestOffice office = new(add: s => s.AddSingleton(new MailDiversion(All)));

    public Task InitializeAsync() => office.EnterAsync(1);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Notice_WhereAllGoesToOneAddress_GoesThereAndTheLedgerSaysSo()
    {
        await office.Notices.SendAsync(Id);

        var mail = Assert.Single(office.Mail.Taken);
        var sent = (await office.Records.ReadAsync(CaseRows.Ledger(Id)))!.Body;
        Assert.Equal((All, sent.Notice.To), (mail.To, mail.MeantFor));
        Assert.Equal((All, (await office.CaseAsync(1)).Entry.Email), (sent.WentTo, sent.Notice.To));
    }

    [Fact]
    public async Task Notice_ThatWasNotAnswered_IsAskedAboutWhereItReallyWent()
    {
        office.Mail.CanBeAsked = true;
        office.Mail.BreaksAfterwards = true;

        await office.Notices.SendAsync(Id);

        Assert.Equal(All, (await office.Records.ReadAsync(CaseRows.Ledger(Id)))!.Body.WentTo);
        Assert.Single(office.Mail.Taken);
    }
}
