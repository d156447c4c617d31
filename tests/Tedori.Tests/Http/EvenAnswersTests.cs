using Microsoft.Extensions.Time.Testing;
using Tedori.Functions.Http;

namespace Tedori.Tests.Http;

public sealed class EvenAnswersTests
{
    private readonly FakeTimeProvider time = new();

    [Theory]
    [InlineData(0, 500)]
    [InlineData(3, 500)]
    [InlineData(499, 500)]
    [InlineData(501, 1000)]
    [InlineData(1700, 2000)]
    public async Task EvenOut_WorkOfAnyLength_EndsWithAWholeStep(int worked, int ends)
    {
        var started = time.GetTimestamp();
        time.Advance(TimeSpan.FromMilliseconds(worked));
        var answered = time.EvenOutAsync(started, TimeSpan.FromMilliseconds(500), CancellationToken.None);

        time.Advance(TimeSpan.FromMilliseconds(ends - worked - 1));
        Assert.False(answered.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await answered.WaitAsync(Tedori.Testing.Patience.Limit);
    }
}
