using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Tedori.Functions.Staff.Dossiers;
using Tedori.Programme.Audit;
using Tedori.Programme.Serialization;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Audit;
using Tedori.Workflows.CaseFiles;

namespace Tedori.Tests.Staff;

public sealed class DossierTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Dossier_Unzipped_HoldsEveryFileUnderItsDigestAndAChainThatCanBeComputed()
    {
        var folder = await served.FolderWithFilesAsync();

        using var zip = new ZipArchive(new MemoryStream(await ZipAsync(folder)));
        var manifest = TedoriJson.Read<DossierManifest>(await TextAsync(zip, "manifest.json"));

        Assert.Equal(zip.Entries.Select(e => e.FullName), manifest.Entries.Select(e => e.Path).Append("manifest.json"));
        foreach (var entry in manifest.Entries)
            Assert.Equal(entry.Sha256, Convert.ToHexStringLower(SHA256.HashData(await BytesAsync(zip, entry.Path))));
        Assert.Equal(
            folder.AllFiles.Select(f => f.Sha256),
            manifest.Entries.Where(e => e.Matches == true).Select(e => e.Listed));
        Assert.Equal(
            folder.AllFiles.Select(f => f.Name), manifest.Entries.Where(e => e.Listed is not null).Select(e => e.Name));
        Assert.Empty(manifest.Missing);
        Assert.True(manifest.ChainIntact);
        Assert.Equal(folder.Snapshot.Hash, ComputedHash(await TextAsync(zip, "events.json")));
        Assert.NotEmpty(await served.AuditAsync(AuditActions.ExportDossier, folder.State.Id.ToString()));
    }

    [Fact]
    public async Task Dossier_Summary_StandsAloneAndTellsEveryEvent()
    {
        var folder = await served.FolderWithFilesAsync();

        using var zip = new ZipArchive(new MemoryStream(await ZipAsync(folder)));
        var page = await new HtmlParser().ParseDocumentAsync(await TextAsync(zip, "summary.html"));

        Assert.Empty(page.QuerySelectorAll("script,link,img,a,iframe"));
        Assert.Equal(folder.Events.Count, page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Length);
        Assert.Contains("すべて照合済み", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dossier_Twice_IsTheSameBytes()
    {
        var folder = await served.FolderWithFilesAsync();

        Assert.Equal(await ZipAsync(folder), await ZipAsync(folder));
    }

    private static string ComputedHash(string events)
    {
        using var document = JsonDocument.Parse(events);
        return document.RootElement.EnumerateArray()
            .Aggregate(HashChain.Start, (hash, e) => HashChain.Next(hash, e.GetProperty("event").GetRawText()));
    }

    private static async Task<byte[]> BytesAsync(ZipArchive zip, string path)
    {
        await using var entry = await zip.GetEntry(path)!.OpenAsync();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<string> TextAsync(ZipArchive zip, string path) =>
        System.Text.Encoding.UTF8.GetString(await BytesAsync(zip, path));

    private async Task<byte[]> ZipAsync(CaseFile folder)
    {
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");
        using var response = await ito.GetAsync($"/staff/cases/{folder.State.Id}/dossier.zip");
        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
