using Tedori.Functions.Papers;
using Tedori.Programme.Calendar;

namespace Tedori.Functions.Public.Kit;

/// <summary>A leaflet for advisers: one sheet of A4, with a code that opens the page of the round.</summary>
internal static class KitLeaflet
{
    /// <summary>The leaflet.</summary>
    public static PrintedPaper Of(KitItem item) => new(
        item.Title, item.More, JapanTime.At(item.Day, NodaTime.LocalTime.Midnight), [],
        [
            .. item.Body.Select(p => new PaperPart.Paragraph(p)),
            new PaperPart.Heading("次にすること"),
            new PaperPart.Paragraph(item.Todo),
            new PaperPart.Heading("この回の日程"),
            new PaperPart.Fields([.. item.Dates.Select(d => new PaperField(d.Name, d.Text))]),
            .. item.Page is { } page
                ? new PaperPart[] { new PaperPart.Paragraph(KitText.OfProduct.Leaflet), new PaperPart.Link(page) }
                : [],
            new PaperPart.Paragraph(item.Contact),
        ],
        []);
}
