using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Functions.Public.Kit;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Plans;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Kit;

/// <summary>The kit follows what staff move, and says nothing that it does not know.</summary>
public sealed class KitCatalogTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly RoundId Fifth = new("r7", 5);

    [Fact]
    public async Task Kit_OfAMovedDeadline_HasTheNewDayEverywhere()
    {
        await using var scope = served.Services.CreateAsyncScope();
        var moved = scope.ServiceProvider.GetRequiredService<MovedDeadlines>();
        await moved.AddAsync(new(Fifth, Step.CompanyRegistration, null, new LocalDate(2025, 12, 25), served.Clock.Now));

        var item = (await Catalog(scope.ServiceProvider, Sample.R7, new("https://tedori.example/")).OfAsync(Fifth, CancellationToken.None))
            .Single(i => i.Occasion == KitOccasion.Company);

        Assert.Equal(new LocalDate(2025, 12, 25), item.Day);
        Assert.All(
            [KitFormats.Plain(item), KitFormats.Markdown(item), item.Newspaper("short"), item.Title],
            t => Assert.Contains("令和7年12月25日(木)", t, StringComparison.Ordinal));
        Assert.Equal(Sample.R7.Calendar.AddBusinessDays(item.Day, -5), item.Dispatches.Single(d => d.Channel == KitChannel.Newsletter).On);
    }

    // An outage gives more time online, and none by post: what goes out keeps the day, and tells the other.
    [Fact]
    public async Task Kit_OfAnOutage_KeepsTheDayAndSaysWhatItGivesOnline()
    {
        await using var scope = served.Services.CreateAsyncScope();
        var day = Sample.R7.Round(5).ProjectRegistration;
        var outage = new Outage(
            JapanTime.At(day, new LocalTime(9, 0)), JapanTime.At(day.PlusDays(3), new LocalTime(12, 0)), "停電", served.Clock.Now, "p");
        async Task<KitItem> ProjectAsync(Edition edition) =>
            (await Catalog(scope.ServiceProvider, edition, null).OfAsync(Fifth, CancellationToken.None)).Single(i => i.Occasion == KitOccasion.Project);

        var (before, item) = (await ProjectAsync(Sample.R7), await ProjectAsync(Sample.R7 with { Outages = [outage] }));

        Assert.Equal((day, before.Title, before.Short), (item.Day, item.Title, item.Short));
        Assert.Equal(before.Dispatches, item.Dispatches);
        var notice = $"システムの障害(停電)のため、電子申請は{JapaneseDate.Full(outage.Until)}までに受信したものを有効とします。郵送の期限は変わりません。";
        Assert.Equal((null, notice), (before.Outage, item.Outage));
        Assert.All(
            [KitFormats.Plain(item), KitFormats.Markdown(item), item.Newspaper("long")],
            t => Assert.Contains(notice, t, StringComparison.Ordinal));
        Assert.DoesNotContain(notice, KitFormats.Plain(before), StringComparison.Ordinal);
        var listed = item.Dates.Single(d => d.Name == "対象事業の登録期限").Text;
        Assert.StartsWith($"{JapaneseDate.Full(day)} 17:00まで(", listed, StringComparison.Ordinal);
        Assert.Contains(JapaneseDate.Full(outage.Until), listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kit_OfAMovedWindow_ClosesLater()
    {
        await using var scope = served.Services.CreateAsyncScope();
        var window = new MovedWindow(Fifth, Tokyo.At("2025-09-30T12:00:00"), "障害のため。", served.Clock.Now, "p");
        var edition = Sample.R7 with { Rounds = [.. Sample.R7.Rounds.Select(r => r.Number == 5 ? r with { Moved = window } : r)] };

        var items = await Catalog(scope.ServiceProvider, edition, null)
            .OfAsync(Fifth, CancellationToken.None);

        var closing = items.Single(i => i.Occasion == KitOccasion.Closing);
        Assert.Contains("令和7年9月30日(火) 12:00に締め切ります", closing.Title, StringComparison.Ordinal);
        Assert.Null(closing.Page);
        Assert.EndsWith(" /rounds/r7-05", closing.More, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kit_OfAProgrammeWithoutAPlan_HasTextsAndNoDaysToSendThem()
    {
        await using var scope = served.Services.CreateAsyncScope();
        var catalog = new KitCatalog(
            new([Sample.R7]), PlanSet.Read([], []), scope.ServiceProvider.GetRequiredService<MovedDeadlines>(),
            scope.ServiceProvider.GetRequiredService<PlaceService>(), new(null));

        Assert.All(await catalog.AllAsync(CancellationToken.None), i => Assert.Empty(i.Dispatches));
    }

    [Theory]
    [InlineData("a*b_c", "a\\*b\\_c")]
    [InlineData("[x](y) `z` <b>", "\\[x\\](y) \\`z\\` \\<b\\>")]
    public async Task Markdown_MarksInFacts_AreText(string office, string escaped)
    {
        await using var scope = served.Services.CreateAsyncScope();
        var edition = Sample.R7 with { Contact = Sample.R7.Contact! with { Office = office } };
        var items = await Catalog(scope.ServiceProvider, edition, null)
            .OfAsync(Fifth, CancellationToken.None);

        Assert.Contains(escaped, KitFormats.Markdown(items[0]), StringComparison.Ordinal);
        Assert.Contains(office, KitFormats.Plain(items[0]), StringComparison.Ordinal);
    }

    private static KitCatalog Catalog(IServiceProvider services, Edition edition, Uri? site) => new(
        new EditionCatalog([edition]), PlanReader.OfProduct, services.GetRequiredService<MovedDeadlines>(),
        services.GetRequiredService<PlaceService>(), new PublicAddress(site));
}
