using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Testing;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Workflows.Access;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Access;

public sealed class CaseAccessTests
{
    private static readonly CaseId Case = CaseId.Parse("r7-01-00001");

    private readonly FakeClock clock = new(Instant.FromUtc(2025, 6, 1, 0, 0));
    private readonly MemoryRecords records = new();
    private readonly EphemeralDataProtectionProvider keys = new();

    private Instant Now => clock.GetCurrentInstant();

    private CaseAccess Access => new(records, Links());

    [Fact]
    public async Task Link_OfThePresentGeneration_OpensItsCase() =>
        Assert.Equal((new CaseLink(Case, 1), new LinkVerdict.Valid()), await OpenAsync(await Access.LinkAsync(Case)));

    [Fact]
    public async Task Link_AfterItsTime_OpensNothingAndSaysSinceWhen()
    {
        var link = await Access.LinkAsync(Case);
        var until = Now + CaseLinks.Lifetime;

        clock.Reset(until - Duration.FromMilliseconds(1));
        Assert.Equal(new LinkVerdict.Valid(), (await OpenAsync(link)).Verdict);
        clock.Reset(until);
        Assert.Equal(new LinkVerdict.Expired(until), (await OpenAsync(link)).Verdict);
    }

    [Fact]
    public async Task Link_OnceRevoked_OpensNothingAndANewOneDoes()
    {
        var old = await Access.LinkAsync(Case);
        await Access.RevokeAsync(Case, 1);

        Assert.Equal(new LinkVerdict.Revoked(), (await OpenAsync(old)).Verdict);
        Assert.Equal((new CaseLink(Case, 2), new LinkVerdict.Valid()), await OpenAsync(await Access.LinkAsync(Case)));
    }

    [Fact]
    public async Task Link_RevokedAlone_OpensNothingAndTheOthersOfTheCaseDo()
    {
        var (first, second) = (await IssueAsync(NoticeKind.ResultWon), await IssueAsync(NoticeKind.Reminder));

        Assert.Null(await Access.RevokeAsync(Revoked(NoticeKind.ResultWon)));

        Assert.Equal(new LinkVerdict.Revoked(), (await OpenAsync(first)).Verdict);
        Assert.Equal(new LinkVerdict.Valid(), (await OpenAsync(second)).Verdict);
        Assert.Equal(new LinkVerdict.Valid(), (await OpenAsync(await Access.LinkAsync(Case))).Verdict);
        Assert.False(await Access.IsValidAsync(new(Case, 1, Id(NoticeKind.ResultWon))));
        Assert.True(await Access.IsValidAsync(new(Case, 1, Id(NoticeKind.Reminder))));
    }

    [Fact]
    public async Task Revocation_OfOneTwice_TellsWhoWasFirst()
    {
        await Access.RevokeAsync(Revoked(NoticeKind.ResultWon));

        var refusal = await Access.RevokeAsync(Revoked(NoticeKind.ResultWon) with { Name = "上田" });

        Assert.Equal(("linkRevoked", "このリンクは、伊藤さんが令和7年6月1日(日) 09:00に無効にしました。"), (refusal!.Code, refusal.Text));
    }

    [Fact]
    public async Task Revocations_AtOnce_AreAllKept()
    {
        NoticeKind[] kinds =
            [NoticeKind.ResultWon, NoticeKind.Reminder, NoticeKind.EntryReceived, NoticeKind.FilingReceived];

        await Task.WhenAll([.. kinds.Select(k => Access.RevokeAsync(Revoked(k))), Access.RevokeAsync(Case, 1)]);

        foreach (var kind in kinds)
            Assert.False(await Access.IsValidAsync(new(Case, 2, Id(kind))));
        Assert.True(await Access.IsValidAsync(new(Case, 2, Id(NoticeKind.Lapsed))));
    }

    [Fact]
    public async Task ContactLink_OfAChangeThatIsDone_StaysAndEndsWithAllLinks()
    {
        var link = await IssueContactAsync();
        await Access.RevokeAsync(Case, 1);
        Assert.Equal(new LinkVerdict.Valid(), (await OpenContactAsync(link)).Verdict);

        await Access.RevokeAllAsync(Case, 2);

        Assert.Equal(new LinkVerdict.Revoked(), (await OpenContactAsync(link)).Verdict);
        Assert.Equal(new LinkVerdict.Valid(), (await OpenContactAsync(await IssueContactAsync())).Verdict);
    }

    [Fact]
    public async Task ContactLink_RevokedAlone_ConfirmsNothing()
    {
        var link = await IssueContactAsync();

        await Access.RevokeAsync(Revoked(NoticeKind.ContactConfirmation));

        Assert.Equal(new LinkVerdict.Revoked(), (await OpenContactAsync(link)).Verdict);
    }

    [Fact]
    public async Task Links_ThatLeftBeforeEachHadItsMark_StillWork()
    {
        var until = (Now + Duration.FromDays(1)).ToUnixTimeSeconds();
        var old = Sign("Tedori.CaseLink.v1", $"{Case}|1|{until}");
        var contact = Sign("Tedori.ContactLink.v1", $"{Case}|3|Old|{until}");

        Assert.Equal((new CaseLink(Case, 1), new LinkVerdict.Valid()), await Access.OpenAsync(old, Now));
        Assert.Equal(
            (new ContactLink(Case, new(3, ContactSide.Old)), new LinkVerdict.Valid()),
            await Access.OpenContactAsync(contact, Now));
        await Access.RevokeAllAsync(Case, 1);
        Assert.Equal(new LinkVerdict.Revoked(), (await Access.OpenAsync(old, Now)).Verdict);
        Assert.Equal(new LinkVerdict.Revoked(), (await Access.OpenContactAsync(contact, Now)).Verdict);
    }

    [Fact]
    public async Task Row_OfBeforeLinksWereRevokedAlone_IsRead()
    {
        var row = new Write.Insert("access", """{"generation":3}""");
        await records.CommitAsync(RecordSet.Cases, Case.ToString(), [row], default);

        Assert.Null(await Access.RevokeAsync(Revoked(NoticeKind.ResultWon)));

        Assert.Equal(3, await Access.GenerationAsync(Case));
        Assert.True(await Access.IsValidAsync(new(Case, 3)));
    }

    [Fact]
    public async Task Revocation_Repeated_ChangesNothing()
    {
        await Access.RevokeAsync(Case, 1);
        await Access.RevokeAsync(Case, 1);

        Assert.Equal(2, await Access.GenerationAsync(Case));
        Assert.NotNull(await records.ReadAsync(RecordSet.Cases, Case.ToString(), "access"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("%%%")]
    public async Task Link_Forged_SaysNothing(string token)
    {
        Assert.Equal((null, new LinkVerdict.Unreadable()), await Access.OpenAsync(token, Now));
        Assert.Equal((null, new LinkVerdict.Unreadable()), await Access.OpenContactAsync(token, Now));
    }

    [Fact]
    public async Task Link_OfOnePurpose_SaysNothingForAnother()
    {
        Assert.Equal((null, new LinkVerdict.Unreadable()), await OpenAsync(await IssueContactAsync()));
        var open = await IssueAsync(NoticeKind.ResultWon);
        Assert.Equal((null, new LinkVerdict.Unreadable()), await OpenContactAsync(open));
    }

    [Fact]
    public async Task Link_ChangedInAnyCharacter_OpensNothing()
    {
        var token = TokenOf(await Access.LinkAsync(Case));
        for (var i = 0; i < token.Length - 1; i++)
        {
            var other = token[i] == 'A' ? 'B' : 'A';
            var changed = string.Concat(token.AsSpan(0, i), other.ToString(), token.AsSpan(i + 1));
            Assert.Equal((null, new LinkVerdict.Unreadable()), await Access.OpenAsync(changed, Now));
        }
    }

    [Fact]
    public async Task Link_WithoutAPublicAddress_IsNotMade() =>
        Assert.Null(await new CaseAccess(records, Links(null)).LinkAsync(Case));

    private static NoticeId Id(NoticeKind kind) => new(Case, kind, 2);

    private static Notice Of(NoticeKind kind, ContactConfirmation? confirms = null) =>
        new(Id(kind), kind, 2, "hanako@example.jp", "見本 花子", "件名", "次の手続き: ありません。", [], default, confirms);

    private RevokedLink Revoked(NoticeKind kind) => new(Id(kind), Now, "ito", "伊藤", "誤送信");

    private async Task<Uri?> IssueAsync(NoticeKind kind) => (await Access.IssueAsync(Of(kind)))?.Address;

    private async Task<Uri?> IssueContactAsync() =>
        (await Access.IssueAsync(Of(NoticeKind.ContactConfirmation, new(1, ContactSide.New))))?.Address;

    private Task<(CaseLink? Link, LinkVerdict Verdict)> OpenAsync(Uri? link) =>
        Access.OpenAsync(TokenOf(link), Now);

    private Task<(ContactLink? Link, LinkVerdict Verdict)> OpenContactAsync(Uri? link) =>
        Access.OpenContactAsync(TokenOf(link), Now);

    private string Sign(string purpose, string text) =>
        WebEncoders.Base64UrlEncode(keys.CreateProtector(purpose).Protect(Encoding.UTF8.GetBytes(text)));

    private CaseLinks Links(string? site = "https://tedori.example/") =>
        new(keys, new(site is null ? null : new Uri(site)), clock);

    private static string TokenOf(Uri? link) => Uri.UnescapeDataString(link!.Query["?token=".Length..]);
}
