using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Programme.Plans;
using Tedori.Testing.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Plans;

/// <summary>Whoever gets nothing from the programme is told by mail what else there is.</summary>
public sealed class NoticeReferralTests
{
    private static readonly NodaTime.Instant Now = Tokyo.At("2025-10-16T09:00:00");

    public static TheoryData<string> Endings => ["lost", "ineligible", "refused"];

    [Theory]
    [MemberData(nameof(Endings))]
    public void Notice_ThatSaysNo_NamesAtMostThreeMeasuresWithReasonAndAddress(string ending)
    {
        var lines = LinesOf(NoticeOf(ending)).Select(MeasureAddress.Split).Where(l => l.Id is not null).ToList();

        Assert.InRange(lines.Count, 1, 3);
        Assert.All(lines, l =>
        {
            var measure = PlanReader.OfProduct.Find(l.Id!.Value)!;
            Assert.StartsWith($"{measure.Name}({measure.Id.Side.Name()}): ", l.Text, StringComparison.Ordinal);
            Assert.EndsWith("。", l.Text, StringComparison.Ordinal);
            Assert.False(measure.IsProgramme);
        });
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Mail_ThatSaysNo_HasTheWholeAddressInTextAndHtml(string ending)
    {
        var notice = NoticeOf(ending);

        var mail = await RenderAsync(notice, new Uri("https://tedori.example/"));

        foreach (var id in LinesOf(notice).Select(p => MeasureAddress.Split(p).Id).OfType<MeasureId>())
        {
            Assert.Contains($"\r\nhttps://tedori.example{id.Path}\r\n", mail.Text, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"https://tedori.example{id.Path}\"", mail.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Mail_WhereMailsCarryNoLinks_HasThePath() => Assert.Contains(
        "。\r\n/plan/r7/1/tokyo/a\r\n", (await RenderAsync(NoticeOf("lost"), null)).Text, StringComparison.Ordinal);

    [Fact]
    public void Notice_ThatSaysYes_NamesNone() => Assert.DoesNotContain(
        LinesOf(NoticeComposer.Compose(Sample.R7, CaseEvolution.Fold(Story.Won), Story.Won[^1], 2)!),
        p => MeasureAddress.Split(p).Id is not null);

    [Theory]
    [InlineData("理由 /plan/r7/1/tokyo/a", "理由", "r7-1-tokyo-a")]
    [InlineData("/plan/r7/1/tokyo/a", "/plan/r7/1/tokyo/a", null)]
    [InlineData("理由 /plan/r7/1/tokyo/a です", "理由 /plan/r7/1/tokyo/a です", null)]
    [InlineData("理由 /plan/r7/1/tokyo/\"><script>", "理由 /plan/r7/1/tokyo/\"><script>", null)]
    [InlineData("", "", null)]
    public void Address_AtTheEndOfAParagraph_IsToldApart(string paragraph, string text, string? id)
    {
        var split = MeasureAddress.Split(paragraph);

        Assert.Equal((text, id), (split.Text, split.Id?.ToString()));
    }

    private static async Task<RenderedMail> RenderAsync(Notice notice, Uri? site)
    {
        await using var services = new ServiceCollection().AddPages().AddLogging()
            .AddSingleton(new EditionCatalog(Sample.R7)).AddSingleton(new PublicAddress(site)).BuildServiceProvider();
        return await services.GetRequiredService<INoticeRenderer>().RenderAsync(notice, null);
    }

    private static IEnumerable<string> LinesOf(Notice notice) => [.. notice.Paragraphs, .. (notice.Facts ?? []).SelectMany(f => f.Lines)];

    private static Notice NoticeOf(string ending)
    {
        CaseEvent[] events = ending switch
        {
            "lost" => Story.Lost,
            "ineligible" => [.. Story.Registered, new CaseEvent.EligibilityFailed(Now, "理由です。")],
            _ => [.. Story.Claimed, new CaseEvent.GrantRefused(Now, "理由です。")],
        };
        return NoticeComposer.Compose(Sample.R7, CaseEvolution.Fold(events), events[^1], events.Length)!;
    }
}
