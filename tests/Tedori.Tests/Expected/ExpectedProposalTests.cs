using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Papers;
using Tedori.Local.Mail;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Expected;

/// <summary>A decision of two people: who proposes and who approves see the mail and its letter before it leaves.</summary>
public sealed class ExpectedProposalTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string New = "/staff/proposals/new";

    [Fact]
    public async Task Grant_SeenByBoth_IsWhatTheCompanyReads()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var endo = await SignInAsync(served, "dev-endo");
        var id = await ClaimedAsync();
        var form = await ito.PageAsync($"{New}?kind=grant&cases={id}");
        (string, string)[] fields =
        [
            ("kind", "grant"), ("cases", $"{id}"), ("seen", Value(form, "seen")), ("item-1", "approve"), ("item-15", "approve"),
            ("item-2", "refuse"), ("why-2", "11時間の休息を確認できません。"), ("persons", "2"), ("why", "審査の結果"),
        ];
        var preview = await ParseAsync(await ito.PostAsync(New, form, [.. fields, ("do", "preview")]));
        await LetterAsync(await ito.PostAsync(New, preview, [.. fields, ("do", "preview"), ("letter", "0")]));
        var path = Followed(await ito.PostAsync(New, preview, [.. fields, ("do", "propose"), ("key", Value(preview, "key"))]));
        var waiting = await endo.PageAsync(path);
        await LetterAsync(await endo.GetAsync($"{path}/letter?number=0"));
        Assert.Equal(HttpStatusCode.NotFound, await endo.StatusAsync($"{path}/letter?number=7"));
        Assert.Equal(HttpStatusCode.NotFound, await endo.StatusAsync($"{path}/letter"));

        Followed(await endo.PostAsync(path, waiting, ("do", "approve")));
        await served.IdleAsync();

        var sent = Assert.Single(served.Services.GetRequiredService<Outbox>().Newest(0, 10, $"{id}.grantDecided."));
        Assert.Equal(Text(sent.Text), Text(preview.QuerySelector("#mails pre")!.TextContent));
        Assert.Equal(Text(sent.Text), Text(waiting.QuerySelector("#mails pre")!.TextContent));
        Assert.Null((await endo.PageAsync(path)).QuerySelector("#mails"));
        Assert.Equal(HttpStatusCode.NotFound, await endo.StatusAsync($"{path}/letter?number=0"));
    }

    private async Task LetterAsync(HttpResponseMessage response)
    {
        if (served.Services.GetRequiredService<PaperPdf>().IsAvailable)
            Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        else
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        response.Dispose();
    }

    private async Task<CaseId> ClaimedAsync()
    {
        await PassRegistrationAsync(served);
        var id = (await CasesAsync(served, 2, Step.CompanyRegistration))[0];
        await DoAsync(served, id, new CaseCommand.RegisterCompany(
            served.Clock.Now, Sample.Post(new(2025, 7, 10), JapanTime.DateOf(served.Clock.Now), $"f-{id}")));
        await ClaimAsync(served, id);
        await served.IdleAsync();
        return id;
    }

    private static string Text(string text) => System.Text.RegularExpressions.Regex.Replace(
        ExpectingOffice.Comparable(text), @"token=\S+", "token=...");
}
