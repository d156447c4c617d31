namespace Tedori.BrowserTests.My;

/// <summary>The same way in English, and back to Japanese at its end.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class EnglishStoryTests(Chromium chromium)
{
    [SkippableTheory]
    [MemberData(nameof(EntryTests.Ways), MemberType = typeof(EntryTests))]
    public async Task Story_FromEntryToDecision_CanBeWalkedInEnglish(Way way)
    {
        await Company.PlayAsync(chromium, way, async company =>
        {
            var (story, tab) = (new Story(company, StoryTexts.English), company.Tab);
            await story.WalkAsync();
            await tab.GoAsync(company.Path("/contact"));
            await story.SeeAsync("contact");
            await tab.GoAsync(company.Path());
            Assert.Equal("My page", await tab.HeadingAsync());
            await tab.PressAsync(".languages [value=ja]");
            Assert.Equal("マイページ", await tab.HeadingAsync());
        });
    }
}
