using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Testing.Office;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Workflows;

/// <summary>Pages that answer what was sent, for a while, for whoever sent it, and never too many.</summary>
public sealed class KeptPagesSpecs
{
    private readonly TestOffice office = new();
    private readonly KeptPages pages;

    public KeptPagesSpecs() => pages = new(office.Records, office.Clock);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Page_Kept_IsShownToItsOwnerOnlyAndForAWhile(bool known)
    {
        var address = (await pages.KeepAsync("伊藤", known, 422, "<p>誤り</p>"))!;
        (int, string)? expected = (422, "<p>誤り</p>");

        Assert.Equal(expected, await pages.FindAsync(address, "伊藤", known));
        Assert.Null(await pages.FindAsync(address, "遠藤", known));
        Assert.Null(await pages.FindAsync(address, "伊藤", !known));
        Assert.Null(await pages.FindAsync(address[..^1] + (address[^1] == 'A' ? 'Q' : 'A'), "伊藤", known));
        office.Clock.Advance(KeptPages.Life - Duration.Epsilon);
        Assert.Equal(expected, await pages.FindAsync(address, "伊藤", known));
        office.Clock.Advance(Duration.Epsilon);
        Assert.Null(await pages.FindAsync(address, "伊藤", known));
    }

    [Theory]
    [InlineData("")]
    [InlineData("k0001")]
    [InlineData("20260230-k0001-AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("20260301-x0001-AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("20260301-k00/1-AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Address_ThatIsNone_ShowsNothing(string address) =>
        Assert.Null(await pages.FindAsync(address, "伊藤", known: true));

    [Fact]
    public async Task Pages_OfOneOwner_AreBoundedAndTheLastIsThere()
    {
        string? last = null;
        for (var i = 0; i < 500; i++)
            last = await pages.KeepAsync("伊藤", known: true, 200, $"<p>{i}</p>");

        Assert.Equal((200, "<p>499</p>"), await pages.FindAsync(last!, "伊藤", known: true));
        Assert.InRange(await CountAsync(), 1, 32);
    }

    [Fact]
    public async Task Pages_OfBrowsers_NeverPushOneAnotherOut()
    {
        var first = await pages.KeepAsync("先の人", known: false, 200, "<p>先</p>");
        var refused = 0;
        for (var i = 0; i < 9000; i++)
            refused += await pages.KeepAsync("荒らす人", known: false, 200, "<p>次</p>") is null ? 1 : 0;

        Assert.Equal((200, "<p>先</p>"), await pages.FindAsync(first!, "先の人", known: false));
        Assert.InRange(refused, 9000 - 4096, 9000);
        Assert.InRange(await CountAsync(), 1, 4096);
    }

    [Fact]
    public async Task Page_TooLarge_IsNotKept()
    {
        var random = new System.Security.Cryptography.HMACSHA512([1]);
        var large = string.Concat(Enumerable.Range(0, 2000).Select(
            n => Convert.ToHexString(random.ComputeHash(BitConverter.GetBytes(n)))));

        Assert.Null(await pages.KeepAsync("伊藤", known: true, 200, large));
        Assert.NotNull(await pages.KeepAsync("伊藤", known: true, 200, new string('あ', 300_000)));
    }

    [Fact]
    public async Task Drop_ADayLater_RemovesWhatWasKeptAndNothingOfToday()
    {
        await pages.KeepAsync("伊藤", known: true, 200, "<p>昨日</p>");
        office.Clock.Advance(Duration.FromDays(1) + KeptPages.Life);
        var today = await pages.KeepAsync("伊藤", known: true, 200, "<p>今日</p>");

        Assert.Equal(1, await pages.DropAsync());
        Assert.Equal(0, await pages.DropAsync());
        Assert.NotNull(await pages.FindAsync(today!, "伊藤", known: true));
    }

    private Task<int> CountAsync() => office.Records
        .ScanAsync(RecordSet.Office, $"kept-{JapanTime.DateOf(office.Now):uuuu-MM-dd}").CountAsync().AsTask();
}
