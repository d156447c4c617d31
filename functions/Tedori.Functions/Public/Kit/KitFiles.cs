using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using Tedori.Functions.Http;
using Tedori.Functions.Papers;
using Tedori.Programme;

namespace Tedori.Functions.Public.Kit;

/// <summary>The files of the kit. Their addresses hold for good.</summary>
public sealed class KitFiles(Responses responses, PaperAnswers papers)
{
    /// <summary>The files of each occasion: the address has the occasion and a hyphen before.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "newsletter.txt", "newsletter.html", "newsletter.md", "newspaper-short.txt", "newspaper-medium.txt",
        "newspaper-long.txt", "leaflet.pdf",
    ];

    /// <summary>A file of a round; null where there is none such.</summary>
    public Task<IActionResult>? Find(IReadOnlyList<KitItem> items, RoundId round, string file)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(file);
        if (file is "kit.json")
            return Task.FromResult(Responses.Json(PublishedKit.Of(items)));
        if (file is "kit.csv")
            return Task.FromResult(Table(items, $"kit-{round}"));
        var found = items.SelectMany(i => Names, (i, n) => (Item: i, Name: n))
            .FirstOrDefault(f => $"{f.Item.Occasion.Key()}-{f.Name}" == file);
        return found.Item is null ? null : AnswerAsync(found.Item, found.Name);
    }

    /// <summary>A table with a row for each dispatch.</summary>
    public static IActionResult Table(IEnumerable<KitItem> items, string name) =>
        TableFile.Of(TableFormat.Csv, name, RowsAsync(items));

    private Task<IActionResult> AnswerAsync(KitItem item, string name) => name switch
    {
        "newsletter.txt" => TextAsync(KitFormats.Plain(item), "plain"),
        "newsletter.md" => TextAsync(KitFormats.Markdown(item), "markdown"),
        "newsletter.html" => responses.PageAsync<KitMail>(item),
        "leaflet.pdf" => papers.PdfAsync(() => KitLeaflet.Of(item), $"{item.Round}-{item.Occasion.Key()}"),
        _ => TextAsync(item.Newspaper(name["newspaper-".Length..^".txt".Length]) + "\n", "plain"),
    };

    private static Task<IActionResult> TextAsync(string text, string kind) => Task.FromResult<IActionResult>(new ContentResult
    {
        Content = text,
        ContentType = $"text/{kind}; charset={Encoding.UTF8.WebName}",
        StatusCode = StatusCodes.Status200OK,
    });

    private static async IAsyncEnumerable<IReadOnlyList<TableCell>> RowsAsync(IEnumerable<KitItem> items)
    {
        yield return ["回", "場面", "期日", "媒体", "出す日", "何営業日前", "題名", "本文", "番地", "回の名称"];
        foreach (var item in items)
        {
            foreach (var dispatch in item.Dispatches)
            {
                yield return
                [
                    item.Round.ToString(), item.Name, LocalDatePattern.Iso.Format(item.Day), KitLabels.Of(dispatch.Channel),
                    LocalDatePattern.Iso.Format(dispatch.On), (decimal)dispatch.BusinessDaysBefore, item.Title,
                    dispatch.Channel == KitChannel.Newspaper ? item.Newspaper("medium") : KitFormats.Plain(item),
                    item.PathOf(KitLabels.FileOf(dispatch.Channel)), item.RoundName,
                ];
            }
        }

        await Task.CompletedTask;
    }
}
