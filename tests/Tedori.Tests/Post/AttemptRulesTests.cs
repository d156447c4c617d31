using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Post;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Post;

/// <summary>When a mail may be taken for an attempt to file before a deadline.</summary>
public sealed class AttemptRulesTests
{
    private static readonly Edition Allows = Sample.R7 with { Windows = Sample.R7.Windows with { AttemptBusinessDays = 3 } };

    // The deadline is a Thursday; the third business day behind it is the Tuesday.
    private static readonly Cutoff Deadline = Cutoff.On(Allows, Tokyo.Day("2025-06-12"), "登録の期限", post: true);

    [Theory]
    [InlineData("2025-06-12T16:59:59.999", "2025-06-12T17:00:00", null)]
    [InlineData("2025-06-12T16:59:59.999", "2025-06-17T23:59:59.999", null)]
    [InlineData("2025-06-12T16:59:59.999", "2025-06-18T00:00:00", "attemptTooOld")]
    [InlineData("2025-06-12T17:00:00", "2025-06-13T10:00:00", "attemptAfterCutoff")]
    [InlineData("2025-06-12T16:00:00", "2025-06-12T16:59:59.999", "attemptBeforeCutoff")]
    public void Check_AtTheEdges_IsDecidedByTheReceiptOfTheMailAndTheDayOfTheRecord(string received, string now, string? refused) =>
        Assert.Equal(refused, AttemptRules.Check(Allows, Deadline, Tokyo.At(received), Tokyo.At(now))?.Code);

    [Fact]
    public void Check_WhereTheEditionHasNoSuchDays_IsRefused() => Assert.Equal(
        "attemptNotAllowed",
        AttemptRules.Check(Sample.R7, Deadline, Tokyo.At("2025-06-12T16:00:00"), Tokyo.At("2025-06-13T10:00:00"))?.Code);

    [Theory]
    [InlineData(nameof(Story.Won), "2025-06-12T16:59:00", "2025-06-13T10:00:00", null)]
    [InlineData(nameof(Story.Won), "2025-06-12T17:00:00", "2025-06-13T10:00:00", "attemptAfterCutoff")]
    [InlineData(nameof(Story.Registered), "2025-06-12T16:59:00", "2025-06-13T10:00:00", "attemptNothingMissed")]
    [InlineData(nameof(Story.Granted), "2025-06-12T16:59:00", "2025-06-13T10:00:00", "attemptNothingMissed")]
    public void Check_OfACase_IsAboutWhatItHasNotFiled(string story, string received, string now, string? refused)
    {
        var events = story switch { nameof(Story.Won) => Story.Won, nameof(Story.Registered) => Story.Registered, _ => Story.Granted };
        Assert.Equal(refused, AttemptRules.Check(Allows, CaseEvolution.Fold(events), Tokyo.At(received), Tokyo.At(now))?.Code);
    }

    [Fact]
    public void Check_WhereNoDeadlineRuns_LeavesItToTheRulesOfTheCase() => Assert.Null(
        AttemptRules.Check(Allows, cutoff: null, Tokyo.At("2025-06-12T16:00:00"), Tokyo.At("2025-06-13T10:00:00")));
}
