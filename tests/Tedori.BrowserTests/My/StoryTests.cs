namespace Tedori.BrowserTests.My;

/// <summary>A company's whole way, from the pre-entry to the decision.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class StoryTests(Chromium chromium)
{
    [SkippableTheory]
    [MemberData(nameof(EntryTests.Ways), MemberType = typeof(EntryTests))]
    public async Task Story_FromEntryToDecision_CanBeWalked(Way way) =>
        await Company.PlayAsync(chromium, way, company => new Story(company, StoryTexts.Japanese).WalkAsync());
}
