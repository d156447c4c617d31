using AngleSharp.Dom;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Inbound;
using Tedori.Testing.Companies;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Inbound;

/// <summary>What staff write to a company: with the edition's phrases, seen before it leaves, in the thread of the case.</summary>
public sealed class MessageTests(WonRound won) : IClassFixture<WonRound>
{
    private ServedFolder Served => won.Served;

    [Fact]
    public async Task Answer_ToAMail_IsSeenBeforeItLeaves_IsSentOnce_AndIsInTheThread()
    {
        var id = won.Take();
        var mail = await ReceiveAsync(id);
        using var ito = await SignInAsync(Served, "dev-ito");
        Assert.Contains((await ito.PageAsync($"/staff/mails/{mail.Id}")).QuerySelectorAll("a"),
            a => a.GetAttribute("href") == $"/staff/cases/{id}/message?mail={mail.Id}");

        var form = await ito.PageAsync($"/staff/cases/{id}/message?mail={mail.Id}");
        Assert.Contains("これは質問です", form.QuerySelector("pre.mail")!.TextContent, StringComparison.Ordinal);
        var phrased = await PageOfAsync(await ito.PostAsync(Path(id), form, [("do", "phrase-0"), ("subject", "回答"), ("text", "前略"), ("mail", mail.Id)]));
        var text = phrased.QuerySelector("textarea#text")!.TextContent;
        Assert.StartsWith("前略", text, StringComparison.Ordinal);
        Assert.Contains("ありがとうございます", text, StringComparison.Ordinal);
        var preview = await PageOfAsync(await ito.PostAsync(
            Path(id), phrased, [("do", "preview"), ("subject", "回答"), ("text", text + "\n明日お電話します。"), ("mail", mail.Id)]));
        var shown = preview.QuerySelector("pre")!.TextContent;
        Assert.Contains("明日お電話します。", shown, StringComparison.Ordinal);
        Assert.Contains("token=...", shown, StringComparison.Ordinal);
        Assert.Empty(await SentAsync(id));

        var key = preview.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        for (var times = 0; times < 2; times++)
        {
            Followed(await ito.PostAsync(
                Path(id), preview, [("do", "send"), ("subject", "回答"), ("text", text + "\n明日お電話します。"), ("mail", mail.Id), ("key", key)]));
        }

        await Served.IdleAsync();
        var sent = Assert.Single(await SentAsync(id));
        Assert.Contains("明日お電話します。", sent.Notice.Paragraphs);
        var thread = (await ito.PageAsync($"/staff/cases/{id}")).QuerySelector("[aria-label='メールのやりとり']")!;
        Assert.Equal(["事務局から", "事務局から", "企業から"], thread.QuerySelectorAll("tbody tr").Select(r => r.Children[1].TextContent));
        Assert.Contains("処理済み", (await ito.PageAsync($"/staff/mails/{mail.Id}")).Body!.TextContent, StringComparison.Ordinal);
        using var company = await won.OpenAsync(id);
        Assert.Contains((await company.GetAsync(company.Path())).QuerySelectorAll("a"), a => a.TextContent.Contains("回答", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_WithoutSubjectOrText_IsRefusedWithASentenceAndNothingLeaves()
    {
        var id = won.Take();
        using var ito = await SignInAsync(Served, "dev-ito");
        var form = await ito.PageAsync(Path(id));

        var noSubject = await RefusedAsync(await ito.PostAsync(Path(id), form, [("do", "send"), ("subject", ""), ("text", "本文"), ("key", new('a', 32))]));
        var noText = await RefusedAsync(await ito.PostAsync(Path(id), form, [("do", "send"), ("subject", "件名"), ("text", " \n "), ("key", new('a', 32))]));

        Assert.Contains("件名を1文字以上", noSubject.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("本文を1文字以上", noText.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await Served.IdleAsync();
        Assert.Empty(await SentAsync(id));
    }

    [Fact]
    public async Task Message_ThatNamesAMailOfAnotherCompany_AnswersNoneOfIt()
    {
        var (id, other) = (won.Take(), won.Take());
        var mail = await ReceiveAsync(other);
        using var ito = await SignInAsync(Served, "dev-ito");

        var form = await ito.PageAsync($"{Path(id)}?mail={mail.Id}");
        Assert.Null(form.QuerySelector("pre.mail"));
        var refused = await RefusedAsync(await ito.PostAsync(
            Path(id), form, [("do", "send"), ("subject", "件名"), ("text", "本文"), ("mail", mail.Id), ("key", new('b', 32))]));

        Assert.Contains("登録や処理を変えました", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await Served.IdleAsync();
        Assert.Empty(await SentAsync(id));
        Assert.Null((await won.WithAsync<InboundService, InboundMail?>(s => s.FindAsync(mail.Id)))!.DoneAt);
    }

    [Fact]
    public async Task Answer_ToAMailThatAnotherAnsweredMeanwhile_IsRefusedAndKeepsWhatWasTyped()
    {
        var id = won.Take();
        var mail = await ReceiveAsync(id);
        using var ito = await SignInAsync(Served, "dev-ito");
        using var ueda = await SignInAsync(Served, "dev-ueda");
        var (first, second) = (await PreviewAsync(ito, id, mail, "一人目"), await PreviewAsync(ueda, id, mail, "二人目"));
        Followed(await ito.PostAsync(Path(id), first, FieldsOf(first)));

        var refused = await RefusedAsync(await ueda.PostAsync(Path(id), second, FieldsOf(second)));

        Assert.Contains("返信したか", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("二人目", refused.QuerySelector("textarea#text")!.TextContent);
        await Served.IdleAsync();
        Assert.Equal(["一人目"], Assert.Single(await SentAsync(id)).Notice.Paragraphs);
    }

    private static async Task<IDocument> PreviewAsync(ActingClient client, CaseId id, InboundMail mail, string text)
    {
        var form = await client.PageAsync($"{Path(id)}?mail={mail.Id}");
        var seen = form.QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        return await PageOfAsync(await client.PostAsync(
            Path(id), form, [("do", "preview"), ("subject", "回答"), ("text", text), ("mail", mail.Id), ("seen", seen)]));
    }

    private static (string, string)[] FieldsOf(IDocument preview) =>
    [
        .. preview.QuerySelector("input[name=key]")!.Closest("form")!.QuerySelectorAll("input[type=hidden]")
            .Where(i => i.GetAttribute("name") != "token").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
        ("do", "send"),
    ];

    [Theory]
    [InlineData("一\n\n二\r\n三 \n", "一|二|三")]
    [InlineData(" \n\t\n", "")]
    public void Paragraphs_OfAText_AreItsLinesWithoutBlankOnes(string text, string paragraphs) =>
        Assert.Equal(paragraphs, string.Join('|', MessageText.Paragraphs(text)));

    [Theory]
    [InlineData(80, 4_000, null)]
    [InlineData(81, 10, "messageSubject")]
    [InlineData(0, 10, "messageSubject")]
    [InlineData(10, 4_001, "messageBody")]
    public void Text_AtItsBounds_IsTakenOrRefused(int subject, int text, string? code) =>
        Assert.Equal(code, MessageText.Check(new('件', subject), [new('文', text)])?.Code);

    // As the field counts it: 40 lines of 99 characters and 39 ends of line.
    [Theory]
    [InlineData(40, 99, null)]
    [InlineData(40, 100, "messageBody")]
    public void Text_OfSeveralLines_IsCountedAsTheFieldCounts(int lines, int length, string? code) =>
        Assert.Equal(code, MessageText.Check("件名", [.. Enumerable.Repeat(new string('文', length), lines)])?.Code);

    [Theory]
    [InlineData("件\u202E名", "本文", "件名に、")]
    [InlineData("件名", "本\u2066文です", "本文の「本文です」で始まる段落に、")]
    public void Text_ThatTurnsItsDirection_IsRefusedAndSaysWhere(string subject, string text, string where)
    {
        var refusal = MessageText.Check(subject, [text])!;
        Assert.Equal("textTurns", refusal.Code);
        Assert.StartsWith(where, refusal.Text, StringComparison.Ordinal);
    }

    private static string Path(CaseId id) => $"/staff/cases/{id}/message";

    private static async Task<IDocument> PageOfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
            return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        }
    }

    private async Task<InboundMail> ReceiveAsync(CaseId id)
    {
        var to = await won.WithAsync<ReplyAddresses, string?>(r => r.OfAsync(id));
        var raw = Eml.Of($"From: a@b.example\nTo: {to}\nSubject: q {id}\nContent-Type: text/plain; charset=utf-8\n\nこれは質問です");
        return await won.WithAsync<InboundService, InboundMail>(
            s => s.ReceiveAsync(new(raw, won.Now) { From = "a@b.example", To = [to!], Proof = SenderProof.None }));
    }

    private async Task<List<SentNotice>> SentAsync(CaseId id) => (await won.WithAsync<CaseHistory, IReadOnlyList<SentNotice>>(
        h => h.SentAsync(id))).Where(s => s.Notice.Kind == NoticeKind.Message).ToList();
}
