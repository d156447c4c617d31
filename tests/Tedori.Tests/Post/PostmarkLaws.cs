using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Post;

namespace Tedori.Tests.Post;

/// <summary>Laws of postmarks around a deadline. The seed is fixed, so a failure comes again.</summary>
public sealed class PostmarkLaws
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250612, 170001).WithMaxTest(500);
    private static readonly LocalDate Deadline = new(2025, 6, 12);
    private static readonly Gen<LocalDate> Near = Gen.Choose(-5, 10).Select(days => Deadline.PlusDays(days));

    [Fact]
    public void Postmark_OfAnEnvelopeRecordedByTheDeadline_NeverDecides() => Hold(
        from recorded in Near.Where(d => d <= Deadline)
        from back in Gen.Choose(0, 5)
        select (recorded, postmark: recorded.PlusDays(-back)),
        x => !PostmarkRules.Decides(Deadline, x.recorded)
            && x.postmark <= Deadline
            && Judge(x.recorded, [Reading("a", x.postmark)]) == new PostmarkVerdict.Settled(
                x.postmark));

    [Fact]
    public void Postmark_OfOnePerson_NeverSettlesWhatItDecides() => Hold(
        from recorded in Near.Where(d => d > Deadline)
        from postmark in Near
        from times in Gen.Choose(1, 4)
        select (recorded, postmark, times),
        x => Judge(x.recorded, [.. Enumerable.Repeat(Reading("a", x.postmark), x.times)])
            is PostmarkVerdict.SecondReadingNeeded);

    [Fact]
    public void Postmark_OfTwoPeople_SettlesExactlyWhereTheyAgree() => Hold(
        from recorded in Near.Where(d => d > Deadline)
        from first in Near
        from second in Near
        select (recorded, first, second),
        x => Judge(x.recorded,
            [Reading("a", x.first), Reading("b", x.second)]) == (x.first == x.second
            ? new PostmarkVerdict.Settled(x.first)
            : new PostmarkVerdict.ApproverNeeded()));

    [Fact]
    public void Postmark_IllegibleToAnybody_GoesToAnApprover() => Hold(
        from recorded in Near
        from first in Near
        from second in Gen.Elements(true, false)
        select (recorded, first, second),
        x => Judge(
            x.recorded, x.second ? [Reading("a", x.first), Reading("b", null)] : [Reading("a", null)])
            is PostmarkVerdict.ApproverNeeded);

    private static void Hold<T>(Gen<T> gen, Func<T, bool> law) => Prop.ForAll(gen.ToArbitrary(), law).Check(Fixed);

    private static PostmarkVerdict Judge(LocalDate recorded, PostmarkReading[] readings) => PostmarkRules.Judge(
        Deadline, [readings[0] with { At = JapanTime.At(recorded, new(10, 0)) }, .. readings[1..]]);

    private static PostmarkReading Reading(string by, LocalDate? postmark) => new(by, by, postmark, default);
}
