using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Local.Mail;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Tests.Inbound;
using Tedori.Tests.Staff;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Expected;

/// <summary>What the page before an act of one person shows is what its company then reads.</summary>
public sealed class ExpectedPagesTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string Post = "/staff/post/new";
    private const string Inert = "<base target=\"_blank\">";

    // A request that tells companies something has a test here that previews it, does it and compares.
    private static readonly Dictionary<string, Func<ExpectedPagesTests, ActingClient, Task>> All = new()
    {
        ["POST staff/cases/{id}/review"] = (t, ito) => t.ReviewAsync(ito),
        ["POST staff/notices/repeat"] = (t, ito) => t.RepeatAsync(ito),
        ["POST staff/cases/{id}/message"] = (t, ito) => t.MessageAsync(ito),
        ["POST staff/mails/{mail}/files/{sha256}/evidence"] = (t, ito) => t.TakeAsync(ito),
        ["POST staff/post/new"] = (t, ito) => t.PostAsync(ito),
        ["POST staff/post/{round}/{envelope}"] = (t, ito) => t.ReadAgainAsync(ito),
    };

    public static TheoryData<string> Routes => [.. All.Keys];

    [Fact]
    public void Routes_ThatTellCompaniesSomething_AreAllCompared() => Assert.Equal(
        ActRows.Posted.Where(p => p.Value.Notices.Length > 0).Select(p => p.Key).Order(), All.Keys.Order());

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Mails_ShownBefore_AreThoseThatLeave(string route)
    {
        using var ito = await SignInAsync(served, "dev-ito");
        await All[route](this, ito);
    }

    private async Task ReviewAsync(ActingClient ito)
    {
        var id = (await WaitingAsync())[1];
        await DoAsync(served, id, new CaseCommand.RegisterCompany(
            served.Clock.Now, Sample.Post(new(2025, 7, 10), JapanTime.DateOf(served.Clock.Now), $"f-{id}")));
        await served.IdleAsync();
        var path = $"/staff/cases/{id}/review";
        (string, string)[] asked = [("subject-1", "就業規則"), ("reason-1", "受付印のある写しを\n提出してください。"), ("due", "")];
        var first = await PreviewAsync(ito, path, "correction-preview", ("subject-1", "就業規則"), ("reason-1", "下書き"));
        Assert.Equal("下書き", first.QuerySelector("#reason-1")!.TextContent.Trim());
        await ComparedAsync(ito, id, path, "correction", await PreviewAsync(ito, path, "correction-preview", asked));
        var number = Value(await ito.PageAsync(path), "number");
        await ComparedAsync(ito, id, path, "withdraw", await PreviewAsync(ito, path, "withdraw-preview", ("number", number)));
        await DoAsync(served, id, new CaseCommand.PassEligibility(served.Clock.Now, Sample.Two));
        await served.IdleAsync();
        await ComparedAsync(ito, id, path, "visit", await PreviewAsync(ito, path, "visit-preview", ("date", Today())));
    }

    private async Task RepeatAsync(ActingClient ito)
    {
        var id = (await WaitingAsync())[2];
        const string path = "/staff/notices/repeat";
        var page = await ito.PageAsync($"{path}?case={id}");
        var notice = Value(page, "notice");
        var preview = await OkAsync(await ito.PostAsync(path, page, ("case", $"{id}"), ("notice", notice), ("reason", "誤字"), ("do", "preview")));
        await ComparedAsync(ito, id, path, "send", preview);
    }

    private async Task MessageAsync(ActingClient ito)
    {
        var id = (await WaitingAsync())[2];
        var path = $"/staff/cases/{id}/message";
        var page = await ito.PageAsync(path);
        var preview = await OkAsync(await ito.PostAsync(path, page, ("subject", "お願い"), ("text", "一行目\n二行目"), ("do", "preview")));
        await ComparedAsync(ito, id, path, "send", preview);
    }

    private async Task PostAsync(ActingClient ito)
    {
        var id = (await WaitingAsync())[0];
        // Nobody has to read it twice: it is on time however late the postmark is.
        await DoAsync(served, id, new CaseCommand.ExtendCutoff(
            served.Clock.Now, Step.CompanyRegistration, Tokyo.Day("2025-08-20"), "災害", "遠藤", Sample.Two));
        await served.IdleAsync();
        var preview = await EnvelopeAsync(ito, id);
        Assert.Equal(Step.CompanyRegistration, (await CaseAsync(served, id)).State.Step);
        await ComparedAsync(ito, id, Post, "record", preview);
        Assert.Equal(Step.EligibilityReview, (await CaseAsync(served, id)).State.Step);
    }

    private async Task TakeAsync(ActingClient ito)
    {
        var id = (await CasesAsync(served, 1, Step.EligibilityReview))[0];
        var to = (await served.AskAsync<ReplyAddresses, string?>(r => r.OfAsync(id)))!;
        var mail = await served.AskAsync<InboundService, InboundMail>(s => s.ReceiveAsync(new(Eml.Of(
            $"From: a@company.example\nTo: {to}\nMIME-Version: 1.0\nContent-Type: application/pdf; name=kisoku.pdf\n"
            + $"Content-Disposition: attachment; filename=kisoku.pdf\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(SampleFiles.Pdf())}\n"),
            served.Clock.Now)
        { To = [to] }));
        await served.IdleAsync();
        var path = $"/staff/mails/{mail.Id}/files/{mail.Files[0].Sha256}/evidence";
        var preview = await OkAsync(await ito.PostAsync(path, await ito.PageAsync($"/staff/mails/{mail.Id}"), ("slot", "document-5"), ("do", "preview")));
        await ComparedAsync(ito, id, path, "take", preview);
    }

    private async Task ReadAgainAsync(ActingClient ito)
    {
        using var ueda = await SignInAsync(served, "dev-ueda");
        var id = (await WaitingAsync())[^1];
        var first = await EnvelopeAsync(ito, id);
        Assert.Contains("送るメールはありません", first.QuerySelector("#mails")!.TextContent, StringComparison.Ordinal);
        var path = Followed(await ito.PostAsync(Post, first, [.. HiddenOf(first), ("do", "record")]));
        var page = await ueda.PageAsync(path);
        using var photo = await ueda.GetAsync(page.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!);
        // Another date than that of the first reading: what is shown says nothing of it.
        var other = await OkAsync(await ueda.PostAsync(path, page, ("postmark", "2025-07-09"), ("do", "preview")));
        Assert.NotNull(other.QuerySelector("#mails pre"));
        var preview = await OkAsync(await ueda.PostAsync(path, page, ("postmark", "2025-07-10"), ("do", "preview")));
        Assert.Equal(other.QuerySelectorAll("#mails h3").Length, preview.QuerySelectorAll("#mails h3").Length);
        Assert.Equal(Step.CompanyRegistration, (await CaseAsync(served, id)).State.Step);
        await ComparedAsync(ueda, id, path, "record", preview);
    }

    private async Task<IDocument> EnvelopeAsync(ActingClient client, CaseId id)
    {
        var page = await client.PageAsync($"{Post}?case={id}");
        return await OkAsync(await client.PostFilesAsync(Post, page, SampleFiles.Photo,
        [
            ("key", Value(page, "key")), ("case", $"{id}"), ("step", "CompanyRegistration"), ("postmark", "2025-07-10"),
            ("arrived", Today()), ("kind", "簡易書留"), ("typed", "company"), ("shown", "yes"), ("do", "preview"),
            .. Filled.Company.Select(f => (f.Name, f.Value!)),
        ]));
    }

    private static async Task<IDocument> PreviewAsync(ActingClient client, string path, string act, params (string, string)[] fields)
    {
        var page = await client.PageAsync(path);
        return await OkAsync(await client.PostAsync(path, page, [.. fields, ("seen", Value(page, "seen")), ("do", act)]));
    }

    // Does it with the form that stands under the mails, as a browser would.
    private async Task ComparedAsync(ActingClient client, CaseId id, string path, string act, IDocument preview)
    {
        var outbox = served.Services.GetRequiredService<Outbox>();
        var before = outbox.Newest(0, 100, $"{id}.").Select(m => m.NoticeId).ToHashSet();
        var shown = preview.QuerySelectorAll("#mails pre").Select(p => p.TextContent).ToList();
        var subjects = preview.QuerySelectorAll("#mails dt").Where(t => t.TextContent == "件名").Select(t => t.NextElementSibling!.TextContent).ToList();
        Assert.NotEmpty(shown);
        // A frame has what the company reads, and nothing in it acts or leads anywhere.
        var framed = preview.QuerySelectorAll("#mails iframe[sandbox='']").Select(f => f.GetAttribute("srcdoc")!).ToList();
        Assert.All(framed, f => Assert.Contains(Inert, f, StringComparison.Ordinal));

        Followed(await client.PostAsync(path, preview, [.. HiddenOf(preview), ("do", act)]));
        await served.IdleAsync();

        var sent = outbox.Newest(0, 100, $"{id}.").Where(m => !before.Contains(m.NoticeId)).OrderBy(m => m.NoticeId, StringComparer.Ordinal).ToList();
        Assert.Equal(subjects.Order(), sent.Select(m => m.Subject).Order());
        Assert.Equal(shown.Select(Comparable).Order(), sent.Select(m => Comparable(m.Text)).Order());
        Assert.Equal(
            framed.Select(f => Comparable(f.Replace(Inert, "", StringComparison.Ordinal))).Order(), sent.Select(m => Comparable(m.Html)).Order());
    }

    private static IEnumerable<(string, string)> HiddenOf(IDocument preview) => preview.QuerySelectorAll("main form")
        .First(f => f.QuerySelector("button[value=send], button[value=record], button[value=take], button[value=correction], button[value=withdraw], button[value=visit]") is not null)
        .QuerySelectorAll("input[type=hidden]").Where(i => i.GetAttribute("name") != "token").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!));

    private static async Task<IDocument> OkAsync(HttpResponseMessage response)
    {
        var page = await ParseAsync(response);
        Assert.True(response.IsSuccessStatusCode, page.QuerySelector("main")?.TextContent);
        return page;
    }

    private string Today() => NodaTime.Text.LocalDatePattern.Iso.Format(JapanTime.DateOf(served.Clock.Now));

    private async Task<IReadOnlyList<CaseId>> WaitingAsync()
    {
        await PassRegistrationAsync(served);
        return await CasesAsync(served, 2, Step.CompanyRegistration);
    }

    // What stands in the link, and until when it works, differs.
    private static string Comparable(string text) => System.Text.RegularExpressions.Regex.Replace(
        ExpectingOffice.Comparable(text), @"token=\S+", "token=...");
}
