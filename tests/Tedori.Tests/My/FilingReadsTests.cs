using System.Net;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Testing.Staff;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.My;

/// <summary>How the record is used from the request of a filing to its receipt.</summary>
public sealed class FilingReadsTests(WonRound round) : IClassFixture<WonRound>
{
    [Fact]
    public async Task Claim_FromTheRequestToTheRecord_ReadsTheCaseOnceAndItsEventsOnce()
    {
        using var company = await round.OpenPassedAsync();
        await FilingWay.FileAsync(company, "project", Filled.Project);
        for (var n = 1; n <= 2; n++)
            await round.DoAsync(company.Case, at => new CaseCommand.RecordVisit(at, n, JapanTime.DateOf(at)));
        Assert.IsType<EvidenceAnswer.Registered>(await round.Served.AskAsync<EvidenceService, EvidenceAnswer>(
            evidence => evidence.ReceiveAsync(company.Case, "賃金台帳.pdf", new MemoryStream(SampleFiles.Pdf()))));
        var form = await company.GetAsync(company.Path("/forms/claim"));
        var preview = await company.SubmitAsync(form, FilingWay.Form, [("do", "preview"), .. Filled.ClaimOn(JapanTime.DateOf(round.Now))]);
        await round.Served.IdleAsync();
        round.Served.Records.Watch(company.Case.ToString());

        var filed = await company.SubmitAsync(preview.Page, FilingWay.Preview, ("do", "file"));

        Assert.Equal(HttpStatusCode.SeeOther, filed.Status);
        // The clock runs: an orchestration may wake at any time and reads the case as well.
        var uses = round.Served.Records.UsesOfRequests;
        var before = uses.TakeWhile(u => !u.StartsWith("commit snapshot event-", StringComparison.Ordinal)).ToList();
        Assert.True(before.Count < uses.Count, string.Join('\n', uses));
        Assert.Equal(
            // The session first: it is of this very case, and was not ended.
            ["read access", "read snapshot", "read snapshot", "scan event-", $"read {EvidenceRows.Manifest(company.Case).Key}"],
            before);
        Assert.Single(uses, u => u == "scan event-");
    }

    [Fact]
    public async Task Receipt_OfAFiling_ShowsTheNumberThatItsAnswerCarried()
    {
        using var company = await round.OpenAsync();

        var (_, filed) = await FilingWay.FileAsync(company, "company", Filled.Company);

        var number = filed.Location!.Split('/')[^1];
        var receipt = await company.GetAsync(filed.Location);
        Assert.Contains($"{company.Case} 第{number}号", receipt.Body!.TextContent, StringComparison.Ordinal);
        var events = await round.Served.AskAsync<CaseHistory, IReadOnlyList<(int Number, CaseEvent Event)>>(
            history => history.EventsAsync(company.Case));
        Assert.IsType<CaseEvent.CompanyRegistered>(events.Single(e => $"{e.Number}" == number).Event);
    }

    [Fact]
    public async Task Mail_OfAFiling_CitesTheNumberOfItsReceipt()
    {
        using var company = await round.OpenAsync();
        var (_, filed) = await FilingWay.FileAsync(company, "company", Filled.Company);
        await round.Served.IdleAsync();

        var sent = await round.Served.AskAsync<CaseHistory, IReadOnlyList<SentNotice>>(
            history => history.SentAsync(company.Case));
        var mails = await Task.WhenAll(sent.Select(async s => (s.Notice.Id.Kind, Mail: await MailAsync(s.Notice))));

        var cited = $"提出番号 {company.Case} 第{filed.Location!.Split('/')[^1]}号";
        Assert.All(mails, m => Assert.Equal(
            (m.Kind == NoticeKind.FilingReceived, m.Kind == NoticeKind.FilingReceived),
            (m.Mail.Text.Contains(cited, StringComparison.Ordinal), m.Mail.Html.Contains(cited, StringComparison.Ordinal))));
        Assert.Contains(mails, m => m.Kind == NoticeKind.FilingReceived);
    }

    private Task<RenderedMail> MailAsync(Notice notice) =>
        round.Served.AskAsync<INoticeRenderer, RenderedMail>(renderer => renderer.RenderAsync(notice, null));
}
