using Tedori.Programme;
using Tedori.Testing.Companies;

namespace Tedori.BrowserTests.Staff;

/// <summary>A member of staff who works through the day with the keyboard alone, from link to link.</summary>
internal sealed class KeyboardDay(Tab tab)
{
    /// <summary>From today's list to the page on which a case is dealt with.</summary>
    public async Task OpenFromTodayAsync(CaseId id)
    {
        await tab.PressAsync("header a[href='/staff']");
        await tab.PressAsync($"tbody a[href='/staff/cases/{id}'] >> nth=0");
    }

    /// <summary>By a search of the cases.</summary>
    public async Task FindAsync(CaseId id)
    {
        await tab.PressAsync("header a[href='/staff/cases']");
        await tab.FillAsync("#q", id.ToString());
        await tab.PressAsync("main form button:has-text('検索')");
        await tab.PressAsync($"tbody a[href='/staff/cases/{id}']");
    }

    /// <summary>Notes what was made sure of, then goes on to the review.</summary>
    public async Task CheckDocumentsAsync()
    {
        await tab.CheckAsync("form[action$='/checklist'] input[type=checkbox] >> nth=0");
        await tab.PressAsync("form[action$='/checklist'] button >> nth=0");
        Assert.True(await tab.Page.Locator("form[action$='/checklist'] input[type=checkbox]").First.IsCheckedAsync());
        await ReviewAsync();
    }

    public Task ReviewAsync() => tab.PressAsync("a[data-key=r]");

    public async Task AskForCorrectionAsync()
    {
        await tab.PushAsync("summary:has-text('補正を依頼する')");
        await tab.FillAsync("#subject-1", "就業規則");
        await tab.FillAsync("#reason-1", "受付印のある写しを提出してください。");
        await KeepAsync("correction");
        await tab.PressAsync("button[value=correction-preview]");
        await KeepAsync("correction-preview");
        await tab.PressAsync("button[value=correction]");
    }

    public async Task TakeCorrectionBackAndProposePassingAsync()
    {
        await tab.PressAsync("button[value=withdraw-preview]");
        await KeepAsync("withdraw-preview");
        await tab.PressAsync("button[value=withdraw]");
        await tab.PressAsync("a[href*='kind=pass']");
        foreach (var id in await tab.Page.Locator("input[name^='open-']").EvaluateAllAsync<string[]>("all => all.map(i => i.id)"))
            await tab.FillAsync($"[id='{id}']", "原本を確認しました。");
        await tab.FillAsync("#why", "審査の結果");
        await tab.PressAsync("button[value=preview]");
        await KeepAsync("pass");
        await tab.PressAsync("button[value=propose]");
    }

    public async Task ProposeGrantAsync()
    {
        await tab.PressAsync("a[href*='kind=grant']");
        await tab.CheckAsync("input[name=item-2][value=refuse]");
        await tab.FillAsync("#why-2", "実施の記録がありません。");
        await tab.FillAsync("#why", "審査の結果");
        await tab.PressAsync("button[value=preview]");
        await KeepAsync("grant");
        await tab.PressAsync("button[value=propose]");
    }

    /// <summary>Confirms the proposal that stands first in the list.</summary>
    public async Task ConfirmAsync()
    {
        await tab.PressAsync("header a[href='/staff/proposals']");
        await tab.PressAsync("tbody a >> nth=0");
        await KeepAsync("confirm");
        await tab.PressAsync("button[value=approve]");
        await tab.WorkedOffAsync();
    }

    public async Task SendAgainAsync()
    {
        await tab.PressAsync("a[href*='/staff/notices/repeat']");
        await tab.CheckAsync("#notice-0");
        await tab.FillAsync("#reason", "届かないとの連絡");
        await tab.PressAsync("button[value=preview]");
        await KeepAsync("repeat");
        await tab.PressAsync("button[value=send]");
        await tab.WorkedOffAsync();
    }

    public async Task RecordPostAsync(string postmark, string arrived)
    {
        await tab.PressAsync("a[href*='/staff/post/new']");
        await tab.SelectAsync("#step", nameof(Step.CompanyRegistration));
        await tab.FillAsync("#postmark", postmark);
        await tab.FillAsync("#arrived", arrived);
        await tab.FillAsync("#kind", "簡易書留");
        await tab.FillAsync("#tracking", "123-45-67890-1");
        await tab.AttachAsync("#photo", WorkingDay.Photo);
        await tab.CheckAsync("#shown");
        await tab.FillAsync(Filled.Company);
        await KeepAsync("post");
        await tab.PressAsync("button[value=preview]");
        await KeepAsync("post-preview");
        await tab.PressAsync("button[value=record]");
    }

    /// <summary>Reads the postmark of the envelope that stands first in the list.</summary>
    public async Task ReadPostmarkAsync(string postmark)
    {
        await tab.PressAsync("header a[href='/staff/post']");
        await tab.PressAsync("tbody a >> nth=0");
        await WorkingDay.OpenPhotoAsync(tab);
        await tab.FillAsync("#postmark", postmark);
        await KeepAsync("second-reading");
        await tab.PressAsync("button[value=preview]");
        await KeepAsync("second-reading-preview");
        await tab.PressAsync("button[value=record]");
    }

    private async Task KeepAsync(string name)
    {
        await tab.SeeAsync($"staff-day-{name}");
    }
}
