using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Components;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Functions.Staff.Cases;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Testing.Staff;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Mail;

/// <summary>The thread of a case says of each mail where it went in fact, or will go.</summary>
public sealed class DivertedThreadTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("test@office.example")]
    public async Task Thread_OfACase_SaysWhereMailsWentAndWillGo(string? address)
    {
        var office = new TestOffice(add: s => s.AddSingleton(new MailDiversion(address)));
        await office.EnterAsync(1);
        var id = NoticeId.Parse("r7-01-00001.entryReceived.0001");
        await office.Notices.SendAsync(id);
        var sent = (await office.Records.ReadAsync(CaseRows.Ledger(id)))!.Body;
        var file = (await office.Get<CaseFileReader>().ReadAsync(id.CaseId))!;
        var message = sent.Notice with { Kind = NoticeKind.Message };

        var thread = await RenderAsync(address, file with { Sent = [sent with { Notice = message }], Pending = [message] });

        Assert.Equal(address is null ? 0 : 2, thread.Split($"(実際の送信先は{address}").Length - 1);
        Assert.Contains(message.To, thread, StringComparison.Ordinal);
    }

    private static async Task<string> RenderAsync(string? address, CaseFile file)
    {
        await using var services = new ServiceCollection().AddPages("/no/such/font.ttf").AddLogging()
            .AddSingleton(new EditionCatalog(Sample.R7)).AddSingleton(new PublicAddress(null))
            .AddSingleton(new MailDiversion(address)).BuildServiceProvider();
        var html = await services.GetRequiredService<PageRenderer>().RenderAsync<CaseMails>(new()
        {
            ["Model"] = new StaffCaseModel(
                ActingOffice.Ito, new FormToken("token", "value"), Sample.R7, file, [], PostedForm.Empty, [], default,
                new Dictionary<string, Programme.Filings.FilingPaper>())
            { Round = new() { Id = file.Snapshot.State.Id.Round, Phase = RoundPhase.Open } },
        });
        return (await new HtmlParser().ParseDocumentAsync(html)).Body!.TextContent;
    }
}
