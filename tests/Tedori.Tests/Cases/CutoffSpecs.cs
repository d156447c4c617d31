using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using static Tedori.Tests.Cases.CaseSpec;

namespace Tedori.Tests.Cases;

/// <summary>Lateness of a filing: by the time of receipt online, by the postmark on paper.</summary>
public sealed class CutoffSpecs
{
    public static TheoryData<string> Deadlines => Deadline.Names;

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void File_LastMillisecondBeforeTheCutoff_IsAccepted(string name)
    {
        var d = Deadline.Of(name);
        var at = Tokyo.At(d.Date, "16:59:59.999");
        Given(d.Before).When(d.File(Sample.Web(at), at)).Then(d.Filed(Sample.Web(at), at));
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void File_AtTheCutoff_IsTooLate(string name)
    {
        var d = Deadline.Of(name);
        var at = Tokyo.At(d.Date, "17:00:00");
        Given(d.Before).When(d.File(Sample.Web(at), at)).ThenRefused("afterCutoff");
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void File_ReceivedBeforeTheCutoffAndDecidedAfterIt_IsAccepted(string name)
    {
        var d = Deadline.Of(name);
        var (received, decided) = (Tokyo.At(d.Date, "16:59:59.999"), Tokyo.At(d.Date, "17:00:20"));
        Given(d.Before).When(d.File(Sample.Web(received), decided)).Then(d.Filed(Sample.Web(received), decided));
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void File_ReceivedBeforeTheCutoffAndDecidedAfterTheLapse_Reinstates(string name)
    {
        var d = Deadline.Of(name);
        var (filing, decided) = (Sample.Web(Tokyo.At(d.Date, "16:59:59.999")), d.SettledAt + Duration.FromSeconds(1));
        Given(d.Lapsed).When(d.File(filing, decided))
            .Then(new CaseEvent.Reinstated(decided, d.Step), d.Filed(filing, decided));
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void File_ReceivedAfterItIsDecidedAbout_BreaksAnInvariant(string name)
    {
        var d = Deadline.Of(name);
        var at = Tokyo.At(d.Date, "12:00:00");
        Assert.Throws<InvalidOperationException>(
            () => Given(d.Before).When(d.File(Sample.Web(at + Tokyo.Millisecond), at)));
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Post_WithThePostmarkOfTheDateAtTheFirstInstantOfTheNextDay_IsAccepted(string name)
    {
        var d = Deadline.Of(name);
        var filing = Sample.Post(d.Date, d.Date.PlusDays(1));
        var at = Tokyo.At(d.Date.PlusDays(1), "00:00:00");
        Given(d.Before).When(d.File(filing, at)).Then(d.Filed(filing, at));
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Post_WithThePostmarkOfTheDateOnTheLastInstantOfThatDay_IsAccepted(string name)
    {
        var d = Deadline.Of(name);
        var filing = Sample.Post(d.Date, d.Date);
        var at = Tokyo.At(d.Date, "23:59:59.999");
        Given(d.Before).When(d.File(filing, at)).Then(d.Filed(filing, at));
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Post_WithThePostmarkOfTheNextDay_IsTooLate(string name)
    {
        var d = Deadline.Of(name);
        var next = d.Date.PlusDays(1);
        Given(d.Before).When(d.File(Sample.Post(next, next), Tokyo.At(next, "09:00:00"))).ThenRefused(
            "postmarkTooLate");
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Post_ArrivesAfterTheLapse_Reinstates(string name)
    {
        var d = Deadline.Of(name);
        var arrived = d.SettledOn.PlusDays(5);
        var (filing, at) = (Sample.Post(d.Date, arrived), Tokyo.At(arrived, "10:00:00"));
        var spec = Given(d.Lapsed).When(d.File(filing, at));
        spec.Then(new CaseEvent.Reinstated(at, d.Step), d.Filed(filing, at));
        Assert.Null(spec.ThenState().Outcome);
        Assert.Null(spec.ThenState().ClosedIn);
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Post_LateAfterTheLapse_StaysLapsed(string name)
    {
        var d = Deadline.Of(name);
        var next = d.Date.PlusDays(1);
        Given(d.Lapsed).When(d.File(Sample.Post(next, next), d.SettledAt)).ThenRefused("postmarkTooLate");
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Post_StampedAfterItArrived_IsImpossible(string name)
    {
        var d = Deadline.Of(name);
        var filing = Sample.Post(d.Date, d.Date.PlusDays(-1));
        Given(d.Before).When(d.File(filing, Tokyo.At(d.Date, "10:00:00"))).ThenRefused("postmarkImpossible");
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void Post_ArrivedAfterItIsRecorded_IsImpossible(string name)
    {
        var d = Deadline.Of(name);
        var filing = Sample.Post(d.Date.PlusDays(-1), d.Date.PlusDays(1));
        Given(d.Before).When(d.File(filing, Tokyo.At(d.Date, "23:59:59.999"))).ThenRefused("postmarkImpossible");
    }

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void File_Late_ExplainsTheDeadline(string name)
    {
        var d = Deadline.Of(name);
        var at = Tokyo.At(d.Date, "17:00:00");
        var refusal = Given(d.Before).When(d.File(Sample.Web(at), at)).ThenRefused("afterCutoff");
        Assert.Contains(Programme.Calendar.JapaneseDate.Full(d.Date), refusal.Text, StringComparison.Ordinal);
    }
}
