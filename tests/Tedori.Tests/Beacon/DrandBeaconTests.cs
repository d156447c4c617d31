using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;
using Tedori.Functions.Azure.Beacon;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Tests.Lottery.Proofs;

namespace Tedori.Tests.Beacon;

public sealed class DrandBeaconTests : IAsyncLifetime
{
    private static readonly RoundId Round = RoundId.Parse("r7-01");
    private static readonly BeaconPledge Pledge = new(
        BeaconPledge.Drand, DrandChain.Quicknet.Hash, 1000, DrandChain.Quicknet.TimeOf(1000));

    private static readonly string Good = Body(1000, Vectors.DrandRandomness, Vectors.DrandSignature);

    private static readonly HttpClient Http = new();

    private readonly FakeClock clock = new(Pledge.Due);
    private readonly List<RelayServer> relays = [];

    public static TheoryData<string, int> Useless => new()
    {
        { "{\"error\":\"too early\"}", 425 },
        { "", 404 },
        { "", 500 },
        { "not json", 200 },
        { "{}", 200 },
        { "null", 200 },
        { Body(999, Vectors.DrandRandomness, Vectors.DrandSignature), 200 },
        { Body(1000, Vectors.DrandRandomness[..^2] + "00", Vectors.DrandSignature), 200 },
        { Body(1000, Vectors.DrandRandomness, Vectors.DrandSignature[..^2]), 200 },
        { Body(1000, Vectors.DrandRandomness, Vectors.DrandSignature.ToUpperInvariant()), 200 },
        { Good + new string(' ', 5000), 200 },
    };

    public async Task InitializeAsync()
    {
        for (var i = 0; i < 3; i++)
            relays.Add(await RelayServer.StartAsync(RelayServer.Says(Good)));
    }

    public async Task DisposeAsync()
    {
        foreach (var relay in relays)
            await relay.DisposeAsync();
    }

    [Theory]
    [InlineData("2023-08-23T15:09:26Z", 1)]
    [InlineData("2023-08-23T15:09:27Z", 1)]
    [InlineData("2023-08-23T15:09:27.000000001Z", 2)]
    [InlineData("2023-08-23T15:59:24Z", 1000)]
    [InlineData("2025-05-23T08:32:00Z", 18395252)]
    public void Announce_AnInstant_IsTheFirstRoundFromThenOn(string notBefore, long round)
    {
        var pledge = Beacon().Announce(Round, 1, NodaTime.Text.InstantPattern.ExtendedIso.Parse(notBefore).Value);
        Assert.Equal(
            (BeaconPledge.Drand, DrandChain.Quicknet.Hash, round), (pledge.Kind, pledge.Source, pledge.Number));
        Assert.Equal(Instant.FromUnixTimeSeconds(1692803367 + (3 * (round - 1))), pledge.Due);
    }

    [Fact]
    public async Task Value_TwoRelaysAgree_IsTheSignatureAndItsDigest()
    {
        var value = await Beacon().ValueAsync(Round, 1, Pledge);
        Assert.Equal(Vectors.DrandSignature, Convert.ToHexStringLower([.. value!.Proof]));
        Assert.Equal(Vectors.DrandRandomness, value.Randomness.ToString());
        Assert.Equal($"/{DrandChain.Quicknet.Hash}/public/1000", Assert.Single(relays[0].Asked));
        Assert.Empty(relays[2].Asked);
    }

    [Fact]
    public async Task Value_BeforeItIsDue_AsksNobody()
    {
        clock.Reset(Pledge.Due - Duration.Epsilon);
        Assert.Null(await Beacon().ValueAsync(Round, 1, Pledge));
        Assert.Empty(relays[0].Asked);
    }

    [Theory]
    [MemberData(nameof(Useless))]
    public async Task Value_ARelayIsOfNoUse_TheNextOnesAreAsked(string body, int status)
    {
        relays[0].Answer = RelayServer.Says(body, status);
        Assert.NotNull(await Beacon().ValueAsync(Round, 1, Pledge));
        Assert.Single(relays[2].Asked);
    }

    [Fact]
    public async Task Value_ARelayDoesNotAnswer_TheNextOnesAreAsked()
    {
        var never = new TaskCompletionSource();
        relays[0].Answer = context => never.Task.WaitAsync(context.RequestAborted);
        Assert.NotNull(await Beacon(timeout: TimeSpan.FromMilliseconds(200)).ValueAsync(Round, 1, Pledge));
    }

    [Fact]
    public async Task Value_ARelayThatLiesConsistently_IsOutvoted()
    {
        var lie = RandomNumberGenerator.GetBytes(DrandChain.SignatureLength);
        relays[0].Answer = RelayServer.Says(
            Body(1000, Convert.ToHexStringLower(SHA256.HashData(lie)), Convert.ToHexStringLower(lie)));
        Assert.Equal(Vectors.DrandRandomness, (await Beacon().ValueAsync(Round, 1, Pledge))!.Randomness.ToString());
    }

    [Fact]
    public async Task Value_OnlyOneRelayHasIt_IsNotTaken()
    {
        relays[0].Answer = relays[1].Answer = RelayServer.Says("", 404);
        Assert.Null(await Beacon().ValueAsync(Round, 1, Pledge));
        // Asked again after a pause, then the round waits.
        Assert.Equal(2, relays[2].Asked.Count);
    }

    [Fact]
    public async Task Value_OfAnotherChain_IsAnError() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => Beacon().ValueAsync(Round, 1, Pledge with { Source = "8990e7a9" }));

    private DrandBeacon Beacon(TimeSpan? timeout = null) => new(
        Http,
        new()
        {
            Relays = [.. relays.Select(r => r.Address)],
            Timeout = timeout
            ?? TimeSpan.FromSeconds(20),
            Pause = TimeSpan.FromMilliseconds(1)
        },
        clock, NullLogger<DrandBeacon>.Instance);

    private static string Body(long round, string randomness, string signature) =>
        $$"""{"round":{{round}},"randomness":"{{randomness}}","signature":"{{signature}}"}""";
}
