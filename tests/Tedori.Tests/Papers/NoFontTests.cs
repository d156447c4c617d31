using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NodaTime;
using Tedori.Functions.Components;
using Tedori.Functions.Composition;
using Tedori.Functions.Composition.Startup;
using Tedori.Functions.Http;
using Tedori.Functions.Papers;
using Tedori.Functions.Staff.Settings;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Papers;

/// <summary>On a machine without a Japanese font nothing breaks: no page offers a PDF, and its address says why.</summary>
public sealed class NoFontTests
{
    [Fact]
    public async Task Address_OfAPdf_SaysSoInOneSentence()
    {
        await using var services = Services("/nowhere/font.ttf");
        await using var scope = services.CreateAsyncScope();
        var paper = new PrintedPaper("試し", "", Instant.FromUtc(2025, 11, 6, 0, 0), [], [], []);

        var answer = Assert.IsType<ContentResult>(
            await scope.ServiceProvider.GetRequiredService<PaperAnswers>().PdfAsync(() => paper, "trial"));

        Assert.Equal(503, answer.StatusCode);
        Assert.Contains(PaperAnswers.NoFont, answer.Content, StringComparison.Ordinal);
        Assert.Equal(1, PaperAnswers.NoFont.Count(c => c == '。'));
    }

    [Fact]
    public async Task Page_OffersNone()
    {
        await using var services = Services("/nowhere/font.ttf");

        Assert.Equal("", (await LinkAsync(services)).Trim());
    }

    [SkippableFact]
    public async Task Page_WhereThereIsAFont_OffersIt()
    {
        PdfText.Need();
        await using var services = Services(null);

        Assert.Contains("<a class=\"button second\" href=\"/x.pdf\">", await LinkAsync(services), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_NameTheFontThatIsMissingAndWhatFollows()
    {
        await using var services = Services("/nowhere/font.ttf");
        var html = await services.GetRequiredService<PageRenderer>().RenderAsync<SettingsPage>(new()
        {
            [nameof(SettingsPage.Model)] = new SettingsModel(
                [Testing.Cases.Sample.R7], [], new("x", "加藤", [StaffRole.Administrator]), Instant.FromUtc(2025, 11, 6, 0, 0), new("t", "v"))
            {
                Font = services.GetRequiredService<PaperFont>(),
            },
        });
        using var page = await new HtmlParser().ParseDocumentAsync(html);

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("日本語の書体がないため、受付票などのPDFは提供していません。", text, StringComparison.Ordinal);
        Assert.Contains("/nowhere/font.ttf cannot be read.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NamesTheFontThatIsMissingInOneLine()
    {
        await using var services = Services("/nowhere/font.ttf");
        var log = new FakeLogger<StartGuard>();
        var guard = new StartGuard(
            services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<PaperFont>(), log);

        await guard.StartAsync(CancellationToken.None);

        var warning = Assert.Single(log.Collector.GetSnapshot(), l => l.Level == LogLevel.Warning);
        Assert.Equal("Papers are not offered as PDF. /nowhere/font.ttf cannot be read.", warning.Message);
    }

    private static Task<string> LinkAsync(IServiceProvider services) =>
        services.GetRequiredService<PageRenderer>().RenderAsync<PaperLink>(new() { [nameof(PaperLink.Path)] = "/x.pdf" });

    private static ServiceProvider Services(string? font) =>
        new ServiceCollection().AddLogging().AddPages(font).AddSingleton(new Tedori.Workflows.Editions.EditionCatalog([Testing.Cases.Sample.R7]))
            .AddSingleton<IClock>(new NodaTime.Testing.FakeClock(Instant.FromUtc(2025, 11, 6, 0, 0)))
            .AddSingleton(Tedori.Workflows.Mail.MailDiversion.None).AddScoped<Responses>().BuildServiceProvider();
}
