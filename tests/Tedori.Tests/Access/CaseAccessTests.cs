using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Programme.Cases;
using Tedori.Tests.Workflows;
using Tedori.Workflows.Access;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Access;

public sealed class CaseAccessTests
{
    private static readonly CaseId Case = CaseId.Parse("r7-01-00001");

    private readonly FakeClock clock = new(Instant.FromUtc(2025, 6, 1, 0, 0));
    private readonly MemoryRecords records = new([]);
    private readonly IDataProtectionProvider keys = new EphemeralDataProtectionProvider();

    private CaseAccess Access => new(records, Links());

    [Fact]
    public async Task Link_OfThePresentGeneration_OpensItsCase()
    {
        var link = await Access.OpenAsync(TokenOf(await Access.LinkAsync(Case)), clock.Now);

        Assert.Equal(new CaseLink(Case, 1), link);
    }

    [Fact]
    public async Task Link_AfterItsTime_OpensNothing()
    {
        var token = TokenOf(await Access.LinkAsync(Case));

        Assert.NotNull(await Access.OpenAsync(token, clock.Now + CaseLinks.Lifetime - Duration.FromSeconds(1)));
        Assert.Null(await Access.OpenAsync(token, clock.Now + CaseLinks.Lifetime));
    }

    [Fact]
    public async Task Link_OnceRevoked_OpensNothingAndANewOneDoes()
    {
        var old = TokenOf(await Access.LinkAsync(Case));
        await Access.RevokeAsync(Case, 1);

        Assert.Null(await Access.OpenAsync(old, clock.Now));
        Assert.Equal(2, (await Access.OpenAsync(TokenOf(await Access.LinkAsync(Case)), clock.Now))?.Generation);
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
    public async Task Link_Forged_OpensNothing(string token) => Assert.Null(await Access.OpenAsync(token, clock.Now));

    [Fact]
    public async Task Link_ChangedInAnyCharacter_OpensNothing()
    {
        var token = TokenOf(await Access.LinkAsync(Case));
        for (var i = 0; i < token.Length - 1; i++)
        {
            var other = token[i] == 'A' ? 'B' : 'A';
            Assert.Null(await Access.OpenAsync(string.Concat(token.AsSpan(0, i), other.ToString(), token.AsSpan(i + 1)), clock.Now));
        }
    }

    [Fact]
    public async Task Link_WithoutAPublicAddress_IsNotMade() =>
        Assert.Null(await new CaseAccess(records, Links(null)).LinkAsync(Case));

    private CaseLinks Links(string? site = "https://tedori.example/") =>
        new(keys, new(site is null ? null : new Uri(site)), clock);

    private static string TokenOf(Uri? link) => Uri.UnescapeDataString(link!.Query["?token=".Length..]);
}
