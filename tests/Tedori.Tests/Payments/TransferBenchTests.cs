using Tedori.Benchmarks;
using Tedori.Programme.Serialization;

namespace Tedori.Tests.Payments;

/// <summary>The command that writes and reads the bank's file of a long list, with a few.</summary>
public sealed class TransferBenchTests
{
    [Fact]
    public void Transfers_OfAFew_ComeBackAsTheyWereSent()
    {
        using var output = new StringWriter();

        TransferBench.Run(250, output);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(TedoriJson.Read<TransferBenchResult>).ToList();
        Assert.Equal(4, lines.Count);
        Assert.All(lines, l => Assert.Equal(250, l.Payments));
        Assert.Equal((250 + 3) * 122, lines[0].Bytes);
    }
}
