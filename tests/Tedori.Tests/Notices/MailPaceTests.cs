using NodaTime;
using Tedori.Testing.Cases;
using Tedori.Workflows.Mail;

namespace Tedori.Tests.Notices;

public sealed class MailPaceTests
{
    private static readonly Instant Now = Tokyo.At("2025-05-26T10:00:00");

    [Fact]
    public void Admit_WithoutALimit_LetsAllLeaveAtOnce()
    {
        var pace = new MailPace();
        Assert.All(Enumerable.Range(0, 5_000), n => Assert.Null(pace.Admit(Mail(n), Now)));
    }

    [Fact]
    public void Admit_ABatch_IsSpreadEvenlyAndEachLeavesAtItsTurn()
    {
        var pace = new MailPace(perMinute: 60);
        var turns = Enumerable.Range(0, 120).Select(n => pace.Admit(Mail(n), Now) ?? Now).ToList();
        Assert.Equal([.. Enumerable.Range(0, 120).Select(n => Now + Duration.FromSeconds(n))], turns);
        // Who asks before its turn keeps it; at its turn it leaves.
        Assert.Equal(turns[7], pace.Admit(Mail(7), Now + Duration.FromSeconds(1)));
        Assert.All(Enumerable.Range(1, 119), n => Assert.Null(pace.Admit(Mail(n), turns[n])));
    }

    [Fact]
    public void Admit_AfterAPause_IsNotHeld()
    {
        var pace = new MailPace(perMinute: 1);
        Assert.Null(pace.Admit(Mail(1), Now));
        Assert.Null(pace.Admit(Mail(2), Now + Duration.FromMinutes(1)));
        Assert.Equal(Now + Duration.FromMinutes(2), pace.Admit(Mail(3), Now + Duration.FromMinutes(1)));
    }

    [Fact]
    public void Admit_ManyToOneAddress_WaitForTheNextDay()
    {
        var pace = new MailPace(perAddress: 2);
        Assert.Null(pace.Admit(Mail(1, "a@example.jp"), Now));
        Assert.Null(pace.Admit(Mail(2, "A@example.jp"), Now));
        var tomorrow = Tokyo.At("2025-05-27T00:00:00");
        Assert.Equal(tomorrow, pace.Admit(Mail(3, "a@example.jp"), Now));
        Assert.Null(pace.Admit(Mail(4, "b@example.jp"), Now));
        Assert.Null(pace.Admit(Mail(3, "a@example.jp"), tomorrow));
    }

    private static AskedMail Mail(int number, string? to = null) => new($"n-{number}", to ?? $"{number}@example.jp");
}
