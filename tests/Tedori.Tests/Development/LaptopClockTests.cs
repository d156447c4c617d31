using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Programme.Lottery;
using Tedori.Testing.Azurite;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Development;

/// <summary>The clock of a developer's machine is moved past a deadline, and what was due then is done.</summary>
public sealed class LaptopClockTests(Laptop laptop) : IClassFixture<Laptop>
{
    [SkippableFact]
    public async Task Clock_MovedPastTheCloseOfEntries_HasThemSealedAndDrawn()
    {
        AzuriteServer.Require();
        using var visitor = new LaptopVisitor(laptop);
        await visitor.EnterAsync();
        var closes = laptop.Services.GetRequiredService<EditionCatalog>().Of(laptop.Open).Round(1).EntryCloses;

        await MoveAsync(visitor, closes.At(new(17, 5)));
        Assert.Equal(RoundPhase.Sealed, (await StateAsync()).Phase);
        await MoveAsync(visitor, closes.At(new(18, 0)));

        Assert.Equal((RoundPhase.Drawn, 1), ((await StateAsync()).Phase, (await StateAsync()).Won));
        Assert.Null((await visitor.PageAsync("/entry")).QuerySelector("form[action='/entry']"));
    }

    private static async Task MoveAsync(LaptopVisitor visitor, LocalDateTime to)
    {
        var page = await visitor.PageAsync("/local/clock");
        await visitor.SubmitAsync(page, "/local/clock", ("to", $"{to:uuuu-MM-dd'T'HH:mm}"));
    }

    private async Task<RoundState> StateAsync()
    {
        await using var scope = laptop.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RoundRecords>().StateAsync(laptop.Open)).State;
    }
}
