using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Post;

namespace Tedori.Tests.Post;

public sealed class PostmarkRulesTests
{
    private static readonly LocalDate Deadline = new(2025, 6, 12);
    private static readonly LocalDate Late = new(2025, 6, 16);

    [Fact]
    public void Envelope_ThereByTheDeadline_NeedsOneReading() =>
        Assert.Equal(new PostmarkVerdict.Settled(Deadline), Judge(Deadline, Reading("a", Deadline)));

    [Fact]
    public void Envelope_AfterTheDeadline_NeedsASecondPerson() =>
        Assert.IsType<PostmarkVerdict.SecondReadingNeeded>(Judge(Late, Reading("a", Deadline)));

    [Fact]
    public void Envelope_AfterTheDeadline_IsSettledByTwoWhoAgree() =>
        Assert.Equal(
            new PostmarkVerdict.Settled(Deadline), Judge(Late, Reading("a", Deadline), Reading("b", Deadline)));

    [Fact]
    public void Envelope_ReadTwiceByOnePerson_StillNeedsASecond() =>
        Assert.IsType<PostmarkVerdict.SecondReadingNeeded>(Judge(Late, Reading("a", Deadline), Reading("a", Deadline)));

    [Fact]
    public void Envelope_ReadDifferently_GoesToAnApprover() =>
        Assert.IsType<PostmarkVerdict.ApproverNeeded>(
            Judge(Late, Reading("a", Deadline), Reading("b", Deadline.PlusDays(1))));

    [Fact]
    public void Envelope_Illegible_GoesToAnApproverAlsoBeforeTheDeadline() =>
        Assert.IsType<PostmarkVerdict.ApproverNeeded>(Judge(Deadline, Reading("a", null)));

    [Fact]
    public void Envelope_OnTheDayAfterTheDeadline_IsTheFirstWhosePostmarkDecides()
    {
        Assert.False(PostmarkRules.Decides(Deadline, Deadline));
        Assert.True(PostmarkRules.Decides(Deadline, Deadline.PlusDays(1)));
    }

    private static PostmarkVerdict Judge(LocalDate recorded, params PostmarkReading[] readings) => PostmarkRules.Judge(
        Deadline, [readings[0] with { At = JapanTime.At(recorded, new(10, 0)) }, .. readings[1..]]);

    private static PostmarkReading Reading(string by, LocalDate? postmark) => new(by, by, postmark, default);
}
