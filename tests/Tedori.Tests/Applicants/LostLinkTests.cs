using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Serve;
using Tedori.Workflows.Cases;

namespace Tedori.Tests.Applicants;

public sealed class LostLinkTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static int callers;

    [Fact]
    public async Task Send_OfARegisteredAddress_MailsTheLinkThere()
    {
        var state = await StateAsync("r7-02-00001");
        var answer = await SendAsync("r7-02-00001", state.Entry.Email);
        await served.IdleAsync();
        var mail = await served.PageAsync("/local/mail/r7-02-00001.linkSentAgain.0001");

        Assert.Equal((HttpStatusCode.SeeOther, "/lost-link/sent"), (answer.Status, answer.Location));
        Assert.Contains("http://tedori.test/my/open?token=", mail.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(state.Entry.Email, mail.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "Ｒ７－０２－００００３", false, "")]
    [InlineData(4, "r7\u221202ー00004", true, "")]
    [InlineData(5, " R7-02-00005\u200B", false, "\u200B")]
    public async Task Send_InAnotherWriting_MailsTheLinkAllTheSame(int serial, string number, bool wide, string behind)
    {
        var id = $"r7-02-{serial:00000}";
        var email = (await StateAsync(id)).Entry.Email;
        var typed = wide ? string.Concat(email.Select(c => (char)(c + 0xFEE0))) : email;

        var answer = await SendAsync(number, typed + behind);
        await served.IdleAsync();

        Assert.Equal((HttpStatusCode.SeeOther, "/lost-link/sent"), (answer.Status, answer.Location));
        using var mail = await served.Http.GetAsync(new Uri($"/local/mail/{id}.linkSentAgain.0001", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, mail.StatusCode);
    }

    [Theory]
    [InlineData("r7-02-00002", "nobody@example.jp")]
    [InlineData("r7-02-09999", "hanako@example.jp")]
    [InlineData("r9-02-00001", "hanako@example.jp")]
    public async Task Send_OfAnythingElse_GivesTheSameAnswerAndMailsNothing(string number, string email)
    {
        var answer = await SendAsync(number, email);
        await served.IdleAsync();

        Assert.Equal((HttpStatusCode.SeeOther, "/lost-link/sent"), (answer.Status, answer.Location));
        using var mail = await served.Http.GetAsync(
            new Uri($"/local/mail/{number}.linkSentAgain.0001", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, mail.StatusCode);
        Assert.Contains(
            "一致する場合は", (await served.PageAsync("/lost-link/sent")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithoutTheNumber_MailsTheLinkOfTheAddress()
    {
        var state = await StateAsync("r7-02-00006");

        var answer = await SendAsync("", state.Entry.Email);
        await served.IdleAsync();

        Assert.Equal((HttpStatusCode.SeeOther, "/lost-link/sent"), (answer.Status, answer.Location));
        using var mail = await served.Http.GetAsync(new Uri("/local/mail/r7-02-00006.linkSentAgain.0001", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, mail.StatusCode);
    }

    [Theory]
    [InlineData("1", "a@example.jp", "receipt-number", "「r7-07-00123」の形で入力してください")]
    [InlineData("r7-02-00001", "a", "email", "登録したEメールアドレスを入力してください")]
    public async Task Send_Unreadable_SaysWhatToWrite(string number, string email, string field, string text)
    {
        var answer = await SendAsync(number, email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(text, answer.Page.GetElementById($"{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(number, answer.Page.GetElementById("receipt-number")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Send_ToOneAddressTooOften_IsLimitedWhetherOrNotItExists()
    {
        for (var n = 0; n < 5; n++)
            Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync("r7-02-09998", "often@example.jp")).Status);
        var limited = await SendAsync("r7-02-09998", "OFTEN@example.jp");
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        Assert.Equal("900", limited.RetryAfter);
        Assert.Contains("15分ほど待って", limited.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_FromOneCallerTooOften_IsLimited()
    {
        for (var n = 0; n < 5; n++)
            Assert.Equal(HttpStatusCode.SeeOther,
                (await SendAsync("r7-02-09997", $"other{n}@example.jp", "127.51.100.200")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests,
            (await SendAsync("r7-02-09997", "other9@example.jp", "127.51.100.200")).Status);
    }

    private async Task<(HttpStatusCode Status, string? Location, string? RetryAfter, IDocument Page)> SendAsync(
        string number, string email, string? caller = null)
    {
        var from = caller ?? $"127.51.100.{Interlocked.Increment(ref callers)}";
        using var http = served.NewClient(null, handler => handler.From(from));
        var form = await served.PageAsync("/lost-link", http);
        var token = form.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(
            [new("token", token), new("receipt-number", number), new("email", email)]);
        using var answer = await http.PostAsync(new Uri("/lost-link", UriKind.Relative), body);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, answer.Headers.Location?.OriginalString,
            answer.Headers.RetryAfter?.ToString(), page);
    }

    private async Task<CaseState> StateAsync(string id)
    {
        await using var scope = served.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CaseCommandHandler>().ReadAsync(CaseId.Parse(id)))!.State;
    }
}
