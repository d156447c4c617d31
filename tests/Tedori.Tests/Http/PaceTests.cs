using Microsoft.Extensions.Time.Testing;
using Tedori.Functions.Http;

namespace Tedori.Tests.Http;

public sealed class PaceTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void Burst_IsAdmittedAtOnceAndThenOneInEveryInterval()
    {
        var pace = new Pace(3, TimeSpan.FromSeconds(10), 100, time);

        Assert.Equal([0, 0, 0, 10], Admit(pace, 4));
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal([6], Admit(pace, 1));
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal([0, 10], Admit(pace, 2));
    }

    [Fact]
    public void Rest_GivesTheWholeBurstBackAndNoMore()
    {
        var pace = new Pace(3, TimeSpan.FromSeconds(10), 100, time);
        Admit(pace, 3);
        time.Advance(TimeSpan.FromSeconds(3600));

        Assert.Equal([0, 0, 0, 10], Admit(pace, 4));
    }

    [Fact]
    public void Subjects_AreCountedApart()
    {
        var pace = new Pace(1, TimeSpan.FromSeconds(10), 100, time);

        Assert.True(pace.Admit("one", out _));
        Assert.False(pace.Admit("one", out _));
        Assert.True(pace.Admit("other", out _));
    }

    [Fact]
    public void Flood_OfSubjects_IsBoundedAndFreesNobodyWhoUsedUpHisBurst()
    {
        var pace = new Pace(5, TimeSpan.FromSeconds(10), 100, time);
        Admit(pace, 5);

        for (var n = 0; n < 10_000; n++)
            Assert.True(pace.Admit($"other {n}", out _));

        Assert.InRange(pace.Remembered, 75, 100);
        Assert.Equal([10], Admit(pace, 1));
    }

    [Fact]
    public void Subjects_ThatAreFreeAgain_AreForgottenFirst()
    {
        var pace = new Pace(1, TimeSpan.FromSeconds(10), 4, time);
        foreach (var subject in new[] { "a", "b", "c", "d" })
            pace.Admit(subject, out _);
        time.Advance(TimeSpan.FromSeconds(10));
        pace.Admit("a", out _);

        pace.Admit("e", out _);

        Assert.Equal(2, pace.Remembered);
        Assert.False(pace.Admit("a", out _));
    }

    private static List<double> Admit(Pace pace, int times) =>
        [.. Enumerable.Range(0, times).Select(_ => pace.Admit("one", out var wait) ? 0 : wait.TotalSeconds)];
}
