using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.My;

/// <summary>A new e-mail address counts once both addresses confirmed it.</summary>
public sealed class ContactPageTests(WonRound round) : IClassFixture<WonRound>
{
    private static readonly (string Name, string? Value)[] Change =
        [("name", "見本 次郎"), ("email", "jiro@example.jp"), ("email2", "jiro@example.jp"), ("phone", "03-0000-0001")];

    [Fact]
    public async Task Change_ConfirmedFromBothAddresses_SendsLaterNoticesToTheNewOneAndVoidsOldLinks()
    {
        using var company = await round.OpenAsync();
        var old = (await round.StateAsync(company.Case)).Entry.Email;
        await AskAsync(company, Change);
        await round.Served.IdleAsync();

        var waiting = await company.GetAsync(company.Path("/contact"));
        var first = await ConfirmAsync(company, ContactSide.New);
        var between = (await round.StateAsync(company.Case)).Entry.Email;
        var again = await company.GetAsync(LinkOf(company, ContactSide.New, 1).PathAndQuery);
        var second = await ConfirmAsync(company, ContactSide.Old);
        await round.Served.IdleAsync();

        Assert.Contains("jiro@example.jpへの変更は、まだ完了していません。", waiting.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("もう一方のEメールアドレスでも確認されると", first.Text, StringComparison.Ordinal);
        Assert.Equal(old, between);
        Assert.Equal("確認しました", again.QuerySelector("h1")!.TextContent);
        Assert.Null(again.QuerySelector("main form"));
        Assert.Contains("連絡先を変更しました", second.Text, StringComparison.Ordinal);
        Assert.Equal("jiro@example.jp", (await round.StateAsync(company.Case)).Entry.Email);
        await company.GetAsync(company.Path(), HttpStatusCode.Forbidden);
        Assert.Equal(
            [("contactConfirmation", old), ("contactConfirmation", "jiro@example.jp"), ("contactChanged", "jiro@example.jp")],
            (await SentAsync(company.Case)).TakeLast(3).Select(n => (n.Notice.Id.ToString().Split('.')[1], n.Notice.To)));
        using var anew = await round.OpenAsync(company.Case);
        await anew.GetAsync(anew.Path());
    }

    [Fact]
    public async Task Confirmation_Answered_IsReadInAnotherLanguageAndAsksForNothingMore()
    {
        using var company = await round.OpenAsync();
        await AskAsync(company, Change);
        var confirmed = await ConfirmAsync(company, ContactSide.Old);
        var back = confirmed.Page.QuerySelector("form.languages input[name=page]")!.GetAttribute("value")!;

        using var english = new CompanyBrowser(round.Served.NewClient(), company.Case);
        english.Http.DefaultRequestHeaders.Add("Cookie", "tedori-language=en");
        var page = await english.GetAsync(back);

        Assert.Equal("Confirmed", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("main form"));
    }

    // Whoever asked once more for an address whose links had expired got no mail, and could never change to it.
    [Fact]
    public void Change_WhoseLinksHaveExpired_CanBeAskedForAgain()
    {
        var now = Tokyo.At("2025-06-20T10:00:00");
        var won = Story.Won.Aggregate((CaseState?)null, CaseEvolution.Evolve)!;
        var asked = Assert.IsType<Decision.Accepted>(Ask(won, now));
        var waiting = asked.Events.Aggregate(won, CaseEvolution.Evolve)!;
        var expires = now + ContactLink.Lifetime;

        Assert.True(waiting.ContactChange!.IsOpenAt(expires - Duration.Epsilon));
        Assert.False(waiting.ContactChange.IsOpenAt(expires));
        Assert.Empty(Assert.IsType<Decision.Accepted>(Ask(waiting, expires - Duration.Epsilon)).Events);
        Assert.Equal(3, Assert.IsType<Decision.Accepted>(Ask(waiting, expires)).Events.Count);

        static Decision Ask(CaseState state, Instant at) =>
            CaseDecider.Decide(Sample.R7, state, new CaseCommand.RequestContactChange(at, Story.NewContact));
    }

    // Nobody has to confirm to himself that he writes his address otherwise.
    [Fact]
    public void Change_OfSmallLettersToCapitals_CountsAtOnce()
    {
        var won = Story.Won.Aggregate((CaseState?)null, CaseEvolution.Evolve)!;
        var capitals = Contact.Of(won.Entry) with { Email = won.Entry.Email.ToUpperInvariant() };

        var decision = CaseDecider.Decide(
            Sample.R7, won, new CaseCommand.RequestContactChange(Tokyo.At("2025-06-20T10:00:00"), capitals));

        Assert.IsType<CaseEvent.ContactChanged>(Assert.Single(Assert.IsType<Decision.Accepted>(decision).Events));
    }

    [Fact]
    public async Task Confirmation_OfTheNewAddress_NamesNobodyButWhoIsToRead()
    {
        using var company = await round.OpenAsync();
        var now = (await round.StateAsync(company.Case)).Entry.ContactName;
        await AskAsync(company, Change);
        await round.Served.IdleAsync();

        var asked = (await SentAsync(company.Case)).Select(n => n.Notice).Where(n => n.Kind == NoticeKind.ContactConfirmation).TakeLast(2).ToList();

        Assert.EndsWith(now, asked.Single(n => n.To != "jiro@example.jp").ToName, StringComparison.Ordinal);
        Assert.EndsWith("見本 次郎", asked.Single(n => n.To == "jiro@example.jp").ToName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfTheNameOnly_CountsAtOnce()
    {
        using var company = await round.OpenAsync();
        var entry = (await round.StateAsync(company.Case)).Entry;

        await AskAsync(company, ("name", "見本 三郎"));

        Assert.Equal(entry with { ContactName = "見本 三郎" }, (await round.StateAsync(company.Case)).Entry);
    }

    [Theory]
    [InlineData("en", "en", "Please register your company by ")]
    [InlineData("ja", null, "令和")]
    public async Task Language_ChosenOnTheirPages_IsThatOfTheNextMail(string chosen, string? kept, string begins)
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path());
        var answer = await company.SubmitAsync(page, "form.languages", ("language", chosen));

        await AskAsync(company, ("name", $"見本 {chosen}"));
        await round.Served.IdleAsync();
        var sent = (await SentAsync(company.Case))[^1].Notice;

        Assert.Equal((HttpStatusCode.SeeOther, company.Path()), (answer.Status, answer.Location));
        Assert.Equal((NoticeKind.ContactChanged, kept), (sent.Kind, sent.Language));
        var mail = await round.Served.PageAsync($"/local/mail/{sent.Id}");
        Assert.StartsWith(begins, mail.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_ChosenOnAPageThatRefuses_IsThatOfTheNextMailToo()
    {
        using var company = await round.OpenAsync();
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        var refused = await company.PostAsync(company.Path("/contact"), content);
        var answer = await company.SubmitAsync(refused.Page, "form.languages", ("language", "en"));

        await AskAsync(company, ("name", "見本 英子"));
        await round.Served.IdleAsync();

        Assert.Equal(
            (HttpStatusCode.UnsupportedMediaType, HttpStatusCode.SeeOther, company.Path("/contact")),
            (refused.Status, answer.Status, answer.Location));
        Assert.Equal("en", (await SentAsync(company.Case))[^1].Notice.Language);
    }

    [Fact]
    public async Task Link_OfAChangeThatWasReplaced_ConfirmsNothing()
    {
        using var company = await round.OpenAsync();
        await AskAsync(company, Change);
        await AskAsync(company, [.. Change[..1], ("email", "saburo@example.jp"), ("email2", "saburo@example.jp"), Change[3]]);

        var page = await company.GetAsync(LinkOf(company, ContactSide.New, 1).PathAndQuery, HttpStatusCode.Conflict);

        Assert.Contains("この連絡先の変更は取り消されたか、既に完了しています。", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Empty((await round.StateAsync(company.Case)).ContactChange!.Confirmed);
    }

    [Theory]
    [InlineData("name", "", "担当者の氏名を60文字以内で入力してください。")]
    [InlineData("email", "jiro", "Eメールアドレスを読み取れません。「name@example.jp」の形で入力してください。")]
    [InlineData("email", "jiro@例え.jp",
        "Eメールアドレスを読み取れません。「例」(U+4F8B)は使えません。「name@example.jp」の形で入力してください。")]
    [InlineData("email2", "jiri@example.jp", "2つのEメールアドレスが違います。同じものを入力してください。")]
    [InlineData("phone", "電話",
        "電話番号を読み取れません。「電」(U+96FB)は使えません。市外局番から10桁か11桁の数字で入力してください(例: 03-1234-5678)。")]
    public async Task Change_WithAFault_SaysWhatIsWrong(string field, string value, string text)
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/contact"));

        var answer = await company.SubmitAsync(page, "main form", [.. Change.Where(c => c.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([text], answer.Errors);
        Assert.Null((await round.StateAsync(company.Case)).ContactChange);
    }

    [Fact]
    public async Task Confirmation_OpenedByAMailScanner_ConfirmsNothing()
    {
        using var company = await round.OpenAsync();
        await AskAsync(company, Change);

        await company.GetAsync(LinkOf(company, ContactSide.New, 1).PathAndQuery);

        Assert.Empty((await round.StateAsync(company.Case)).ContactChange!.Confirmed);
    }

    private static async Task AskAsync(CompanyBrowser company, params (string Name, string? Value)[] change)
    {
        var page = await company.GetAsync(company.Path("/contact"));
        Assert.Equal(HttpStatusCode.SeeOther, (await company.SubmitAsync(page, "main form", change)).Status);
    }

    private async Task<Answer> ConfirmAsync(CompanyBrowser company, ContactSide side, int number = 1)
    {
        // The mail may be read on any machine: no session is needed.
        using var anywhere = new CompanyBrowser(round.Served.NewClient(), company.Case);
        return await anywhere.SubmitAsync(await anywhere.GetAsync(LinkOf(company, side, number).PathAndQuery), "main form");
    }

    private Uri LinkOf(CompanyBrowser company, ContactSide side, int number) =>
        round.Served.Services.GetRequiredService<ICaseLinks>()
            .ForContact(new(company.Case, new(number, side)))!.Address;

    private Task<IReadOnlyList<SentNotice>> SentAsync(CaseId id) =>
        round.WithAsync<CaseHistory, IReadOnlyList<SentNotice>>(history => history.SentAsync(id));
}
