using Tedori.Testing;

namespace Tedori.BrowserTests;

/// <summary>
/// Mails as a mail reader shows them, of the HTML that is kept as golden files: a picture of each of the kinds that companies act
/// on, wide and on a phone.
/// </summary>
[Collection(ChromiumGroup.Name)]
public sealed class MailPictureTests(Chromium chromium)
{
    private static readonly string[] Kinds =
    [
        "事前エントリー", "当選: 確認の後", "落選: 同じ企業の2件", "企業情報の登録(電子)", "補正依頼", "通過", "不通過", "補正の督促", "支給決定", "不支給決定",
        "取組の期間の終了: 賃上げなし", "振込の手配",
    ];

    [SkippableTheory]
    [InlineData("ja", Way.Desktop)]
    [InlineData("ja", Way.Phone)]
    [InlineData("en", Way.Phone)]
    public async Task Mail_OfEachKind_FitsTheScreen(string language, Way way)
    {
        var mails = Read("Notices", "Golden", $"mails.{language}.html").Where(m => Kinds.Contains(m.Title)).ToList();
        await using var tab = await chromium.OpenAsync(new Uri("http://127.0.0.1/"), way);

        foreach (var (title, html) in mails)
        {
            await tab.Page.SetContentAsync(html);
            await tab.ShotAsync($"mail-{language}-{Array.IndexOf(Kinds, title):00}");
            Assert.Equal(0, await tab.Page.EvaluateAsync<int>(
                "() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        }

        Assert.Equal(Kinds.Length, mails.Count);
    }

    [SkippableTheory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    public async Task Alarm_OfEachKind_FitsTheScreen(Way way)
    {
        var mails = Read("Alarms", "alarms.html").ToList();
        await using var tab = await chromium.OpenAsync(new Uri("http://127.0.0.1/"), way);

        foreach (var (number, (_, html)) in mails.Index())
        {
            await tab.Page.SetContentAsync(html);
            await tab.ShotAsync($"alarm-{number:00}");
            Assert.Equal(0, await tab.Page.EvaluateAsync<int>(
                "() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        }

        Assert.NotEmpty(mails);
    }

    private static IEnumerable<(string Title, string Html)> Read(params string[] golden) => File
        .ReadAllText(RepositoryRoot.Of(["tests", "Tedori.Tests", .. golden]))
        .Split("<!-- ", StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(" -->\n", 2)).Select(part => (part[0], part[1]));
}
