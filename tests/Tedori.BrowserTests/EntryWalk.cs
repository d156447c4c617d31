namespace Tedori.BrowserTests;

/// <summary>Walks through the pre-entry as a company does.</summary>
internal static class EntryWalk
{
    public static readonly string[] Conditions =
        ["tokyoEmployee", "workRules", "taxes", "labourLaw", "noAntiSocial", "untilClaim"];

    private static int companies = 100;

    /// <summary>From the front page to the filled form.</summary>
    public static async Task FillAsync(Tab tab, string? corporateNumber = null)
    {
        await tab.GoAsync("/");
        await tab.PressAsync("a.button[href='/entry']");
        await tab.CheckAsync("input[name=kind][value=corporation]");
        await tab.FillAsync("#company-name", "株式会社あいうえお見本");
        await tab.FillAsync("#corporate-number", corporateNumber ?? NewNumber());
        await tab.FillAsync("#representative", "見本 太郎");
        await tab.FillAsync("#address", "東京都千代田区飯田橋3-10-3 見本ビル8階");
        await tab.FillAsync("#employees", "25");
        await tab.FillAsync("#contact-name", "見本 花子");
        await tab.FillAsync("#email", "hanako@example.jp");
        await tab.FillAsync("#email-again", "hanako@example.jp");
        await tab.FillAsync("#phone", "03-1234-5678");
        foreach (var condition in Conditions)
            await tab.CheckAsync($"#condition-{condition}");
        await tab.CheckAsync("#consent");
    }

    /// <summary>From the filled form to the receipt; answers with the receipt number.</summary>
    public static async Task<string> EnterAsync(Tab tab)
    {
        await tab.PressAsync("button[value=confirm]");
        await tab.PressAsync("button[value=send]");
        return await tab.Page.Locator("dt:has-text('受付番号') + dd").First.InnerTextAsync();
    }

    public static string NewNumber() => Programme.Entries.CorporateNumber
        .FromBase(Interlocked.Increment(ref companies).ToString(
            "000000000000", System.Globalization.CultureInfo.InvariantCulture))
        .Digits;
}
