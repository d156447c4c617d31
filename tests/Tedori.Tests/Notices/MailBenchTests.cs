using Tedori.Benchmarks;
using Tedori.Programme.Serialization;

namespace Tedori.Tests.Notices;

/// <summary>The command that lets thousands of result notices leave, with a few.</summary>
public sealed class MailBenchTests
{
    [Fact]
    public async Task Mail_OfASmallRound_LeavesOnceEach()
    {
        await using var output = new StringWriter();

        var exit = await MailBench.RunAsync(60, perMinute: null, output, CancellationToken.None);

        var result = TedoriJson.Read<MailBenchResult>(output.ToString());
        Assert.Equal((0, 60, 0, 0), (exit, result.Mails, result.Lost, result.Doubled));
        Assert.True(result.LastSeconds >= result.FirstSeconds, $"{result}");
    }

    [Fact]
    public async Task Mail_WithAPace_IsSpread()
    {
        await using var output = new StringWriter();

        var exit = await MailBench.RunAsync(30, perMinute: 1_200, output, CancellationToken.None);

        var result = TedoriJson.Read<MailBenchResult>(output.ToString());
        Assert.Equal((0, 0), (exit, result.Lost));
        Assert.True(result.LastSeconds - result.FirstSeconds >= 29 * 60.0 / 1_200 - 0.1, $"{result}");
    }
}
