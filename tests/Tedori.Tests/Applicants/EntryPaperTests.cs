using System.Net;
using Tedori.Functions.Public.Entries;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Tests.Papers;

namespace Tedori.Tests.Applicants;

/// <summary>The receipt of a pre-entry as PDF: what its page says, for whoever entered alone.</summary>
public sealed class EntryPaperTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [SkippableFact]
    public async Task Paper_OfAnEntry_SaysWhatThePageSays()
    {
        PdfText.Need();
        using var visitor = new EntryVisitor(served);
        await visitor.OpenAsync();
        await visitor.PostAsync("send");
        var page = await served.PageAsync(EntryReceipts.Path, visitor.Http);

        var file = await visitor.Http.GetByteArrayAsync(new Uri(EntryReceipts.PaperPath, UriKind.Relative));

        var text = await PdfText.JoinedAsync(file);
        Assert.NotNull(page.QuerySelector($"main a[href='{EntryReceipts.PaperPath}']"));
        Assert.NotEmpty(page.QuerySelectorAll("dd.digest"));
        Assert.All(
            page.QuerySelectorAll("main dt, main dd").Where(d => d.Closest("details") is null).Select(d => d.TextContent)
                .Concat([Sample.R7.Name, Sample.R7.Contact!.Office, visitor.Typed["company-name"]!]),
            said => Assert.Contains(string.Concat(said.Where(c => !char.IsWhiteSpace(c))), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Paper_InAnotherBrowser_IsNotShown()
    {
        using var visitor = new EntryVisitor(served);
        await visitor.OpenAsync();
        await visitor.PostAsync("send");
        using var other = served.NewClient();

        using var answer = await other.GetAsync(new Uri(EntryReceipts.PaperPath, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
