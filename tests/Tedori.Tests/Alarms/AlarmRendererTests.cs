using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Programme.Alarms;
using Tedori.Programme.Lottery;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Tests.Notices;
using Tedori.Workflows.Alarms;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Alarms;

/// <summary>The mails as the office reads them; the golden files are written anew with TEDORI_UPDATE_GOLDEN=1.</summary>
public sealed class AlarmRendererTests
{
    private static readonly Instant Now = Tokyo.At("2025-05-30T14:00:00");

    private static IReadOnlyList<OfficeAlarm> Alarms { get; } =
    [
        .. Enum.GetValues<RoundPhase>().Select(p =>
            ResultAlarms.Of(Sample.R7, new(new("r7", 1), p, 140, 12), Now)).OfType<OfficeAlarm>(),
        ResultAlarms.Of(Sample.R7, new(new("r7", 1), RoundPhase.Published, 140, 12), Tokyo.At("2025-06-04T09:00:00"))!,
        MailAlarms.Undelivered(Sample.R7, MailFlow.None with { Taken = [Morning(0)] }, Now)!,
        MailAlarms.Undelivered(
            Sample.R7, MailFlow.None with { Taken = [Morning(0), Morning(1), Morning(2)], Returned = [Morning(3)] }, Now)!,
        MailAlarms.NotTaken(Sample.R7, MailFlow.None with { Failed = [Morning(0)] }, Now)!,
        SystemAlarms.Failed(3, 1000, Now)!,
        SystemAlarms.Silent(Morning(0), Duration.FromMinutes(15), Now)!,
        SystemAlarms.Unread([.. Enum.GetValues<AlarmKind>()], Now)!,
    ];

    [Theory]
    [InlineData("txt")]
    [InlineData("html")]
    public async Task Mails_InEachForm_AreThoseOfTheGoldenFile(string form)
    {
        var all = "";
        foreach (var mail in Mails())
        {
            var body = await RenderAsync(mail);
            var said = form == "txt" ? body.Text : body.Html;
            all += $"<!-- {body.Subject} -->\n{said.ReplaceLineEndings("\n").Trim()}\n\n";
        }

        var golden = RepositoryRoot.Of("tests", "Tedori.Tests", "Alarms", $"alarms.{form}");
        if (Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1")
            File.WriteAllText(golden, all);
        Assert.Equal(File.ReadAllText(golden), all);
    }

    [Fact]
    public async Task Mails_InBothForms_PassTheLintOfNotices()
    {
        foreach (var mail in Mails())
        {
            var body = await RenderAsync(mail);
            Assert.Empty(NoticeLint.OfText(body.Text, Tokyo.Day("2025-05-30")));
            Assert.Empty(NoticeLint.OfHtml(body.Html, Tokyo.Day("2025-05-30")));
        }
    }

    [Fact]
    public async Task Mails_InBothForms_SayTheSameAndLinkToTheConsole()
    {
        foreach (var mail in Mails())
        {
            var body = await RenderAsync(mail);
            var page = await new HtmlParser().ParseDocumentAsync(body.Html);

            Assert.Equal(Words(body.Text.Replace("--\r\n", "", StringComparison.Ordinal)), Words(page.Body!.TextContent));
            Assert.Equal($"https://tedori.example{mail.Alarm.Link}", page.QuerySelector("a")!.GetAttribute("href"));
            Assert.Equal(body.Subject, page.Title);
        }
    }

    [Fact]
    public async Task Mail_WherePagesHaveNoAddress_NamesThePage()
    {
        var body = await RenderAsync(Mails().First(), site: null);
        Assert.Contains("\r\n/staff/rounds#r7-01\r\n", body.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<AlarmMail> Mails() =>
        [.. Alarms.Select(a => new AlarmMail(a, Now, Over: false)), .. Alarms.Take(1).Select(a => new AlarmMail(a, Now, Over: true))];

    private static Instant Morning(int tens) => Tokyo.At("2025-05-30T09:00:00") + Duration.FromMinutes(10 * tens);

    // The text form has a colon behind a label and breaks lines.
    private static string Words(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(":", "", StringComparison.Ordinal);

    private static async Task<RenderedMail> RenderAsync(AlarmMail mail, string? site = "https://tedori.example/")
    {
        await using var services = new ServiceCollection().AddPages("/no/such/font.ttf").AddLogging()
            .AddSingleton(new PublicAddress(site is null ? null : new Uri(site))).BuildServiceProvider();
        return await services.GetRequiredService<IAlarmRenderer>().RenderAsync(mail, Sample.R7);
    }
}
