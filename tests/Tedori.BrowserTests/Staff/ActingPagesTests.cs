using Tedori.Programme;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;

namespace Tedori.BrowserTests.Staff;

/// <summary>Every form with which staff act, on a phone and in a browser that runs no script.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class ActingPagesTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly string[] OfCases = ["fail", "grant", "refuse", "extend", "pay", "contact", "revoke"];

    private static readonly string[] OfRounds =
        ["extendRound", "release", "drawAgain", "announceThrow", "promote", "carry", "closedDay", "moveWindow",
            "declareOutage"];

    [SkippableTheory]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScript)]
    public async Task Pages_InEveryBrowser_HaveNoViolation(Way way)
    {
        var id = (await ActingClient.CasesAsync(served, 1, Step.ProjectRegistration))[0];
        await using var tab = await new WorkingDay(chromium, served).SignInAsync(way, "dev-endo");
        string[] paths =
        [
            $"/staff/cases/{id}/review", "/staff/post", $"/staff/post/new?case={id}", "/staff/proposals", "/staff/proposals/new",
            "/staff/notices/repeat", $"/staff/notices/repeat?case={id}", "/staff/rounds/r7-02/places",
            "/staff/rounds/r7-02/throw", "/staff/mails/try", $"/staff/mails/try?case={id}&kind=CutoffExtended",
            .. OfCases.Select(k => $"/staff/proposals/new?kind={k}&cases={id}"),
            .. OfRounds.Select(k => $"/staff/proposals/new?kind={k}&round=r7-02"),
        ];

        foreach (var path in paths)
        {
            await tab.GoAsync(path);
            await tab.SeeAsync("staff-" + string.Concat(path["/staff/".Length..].Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')));
        }
    }
}
