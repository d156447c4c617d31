using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Tedori.Functions.Components;
using Tedori.Testing;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;

namespace Tedori.Tests.Notices;

/// <summary>What mails look like is allowed where they are shown before they leave, and nowhere else.</summary>
public sealed class MailStyleTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public void Policy_AllowsEveryStyleOfEveryMailAndNoOther()
    {
        var used = Directory.EnumerateFiles(RepositoryRoot.Of("tests", "Tedori.Tests", "Notices", "Golden"), "mails.*.html")
            .SelectMany(f => StylesOf(File.ReadAllText(f))).ToHashSet();

        Assert.Equal(
            used.Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s)))}'").Order(),
            MailStyle.Source.Split(' ').Where(s => s != "'unsafe-hashes'").Order());
    }

    [Fact]
    public async Task Policy_OfTheConsoleAlone_AllowsThem()
    {
        using var ito = await ActingClient.SignInAsync(served, "dev-ito");

        using var staff = await ito.GetAsync("/staff");
        using var open = await served.Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.EndsWith($"; style-src-attr {MailStyle.Source}", Assert.Single(staff.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("style-src-attr", Assert.Single(open.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    // Several mails stand in a file, one after the other.
    private static IEnumerable<string> StylesOf(string html) => html.Split("<!DOCTYPE html>", StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(m => new HtmlParser().ParseDocument(m).QuerySelectorAll("[style]")).Select(e => e.GetAttribute("style")!);
}
