using System.Text;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Notices;
using Tedori.Testing;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Notices;

/// <summary>
/// What the companies read. The texts are kept in one golden file; run the tests with TEDORI_UPDATE_GOLDEN=1 to write
/// it anew, and read the difference before it is committed.
/// </summary>
public sealed partial class NoticeComposerTests
{
    private static readonly NodaTime.Instant Now = Tokyo.At("2025-10-16T09:00:00");
    private static readonly string Golden = RepositoryRoot.Of(
        "tests", "Tedori.Tests", "Notices", "Golden", "notices.txt");

    /// <summary>Every notice of the golden file.</summary>
    internal static IEnumerable<Notice> All => Told.Select(t => Compose(t.Before, t.Event)!);

    /// <summary>The same with their titles, and the link that is sent on request.</summary>
    internal static IEnumerable<(string Title, Notice Notice)> Titled => Told.Select(t => (t.Title, Compose(t.Before, t.Event)!))
        .Append(("リンクの再送", LinkNotice.Compose(CaseEvolution.Fold(Story.Won), 1, Tokyo.At("2025-06-10T10:00:00"))));

    [Fact]
    public void Compose_EveryKind_ReadsAsInTheGoldenFile()
    {
        var text = string.Join("\n", Told.Select(Text));
        if (Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Golden)!);
            File.WriteAllText(Golden, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.Equal(File.ReadAllText(Golden), text);
    }

    [Fact]
    public void Told_AllKindsOfNotice_AreInTheGoldenFile() =>
        Assert.Equal(
            // The link is sent again on request, not because of an event.
            Enum.GetValues<NoticeKind>().Except([NoticeKind.LinkSentAgain, NoticeKind.MailReceived, NoticeKind.Reinstated]),
            Told.Select(t => NoticeComposer.KindOf(t.Event)).OfType<NoticeKind>().Distinct().Order());

    [Fact]
    public void Compose_VisitThatIsNotTheLast_SaysHowManyAreLeft()
    {
        var (first, last) = (
            Compose(Story.Passed, Story.Visited[Story.Passed.Length])!, Compose(Story.Visited[..^1], Story.Visited[^1])!);

        Assert.Contains("これからの派遣: あと1回です。", first.Said(), StringComparison.Ordinal);
        Assert.Contains("これからの派遣: 必要な2回の派遣は終わりました。", last.Said(), StringComparison.Ordinal);
    }

    // The period ends at midnight; it is read when somebody can be asked.
    [Fact]
    public void Compose_EndOfTheImplementation_LeavesAtTheOpeningHourAndAsksForTheClaim()
    {
        var notice = Compose(Story.Planned, Story.Ended[^1])!;

        Assert.Equal(Tokyo.At("2026-01-20T09:00:00"), notice.NotBefore);
        Assert.Equal("令和8年2月20日(金)までに、支給申請をしてください。", notice.Next);
        Assert.Contains("準備する書類: ①改正後の就業規則", notice.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_PaymentReleased_NamesTheAmountAndThatNothingIsToBeDone()
    {
        var notice = Compose(Story.Granted, new CaseEvent.PaymentReleased(Now, 200_000, "伊藤", "遠藤"))!;

        Assert.StartsWith("お手続きは不要です。", notice.Next, StringComparison.Ordinal);
        Assert.Contains("支給額: 200,000円", notice.Said(), StringComparison.Ordinal);
    }

    // While something is missing it is not said that nothing is to be done.
    [Theory]
    [InlineData("2025-06-10T11:00:00", "令和7年6月12日(木)までに、足りないものを加えて、マイページで差し替えてください。")]
    [InlineData("2025-06-12T17:00:00", "足りないものをご用意ください。事務局から、期限を決めて補正をお願いします。")]
    public void Compose_FilingThatLacksDocuments_SaysSoFirst(string told, string next)
    {
        var notice = Compose(Story.Won, new CaseEvent.CompanyRegistered(Tokyo.At(told), Lacking("2025-06-10T11:00:00")))!;

        Assert.Equal(next, notice.Next);
        Assert.Equal(
            Sample.R7.Filings.CompanyDocuments.Skip(1), notice.Facts!.Single(f => f.Label == "足りないもの").Lines);
    }

    // What was over when the notice leaves is not asked for.
    [Theory]
    [InlineData("2025-06-12T16:59:59", "令和7年6月12日(木)までに、企業情報を登録してください。")]
    [InlineData("2025-06-12T17:00:00", "令和7年6月12日(木)までの消印で、「企業情報の登録」の書類を郵送してください。")]
    [InlineData("2025-06-13T00:00:00", "「企業情報の登録」の期限(令和7年6月12日(木))を過ぎたため、できるお手続きはありません。")]
    public void Compose_AroundTheDeadline_AsksForWhatStillCounts(string at, string next) =>
        Assert.Equal(next, Compose(Story.Won, new CaseEvent.ContactChanged(Tokyo.At(at), Contact.Of(Sample.Form)))!.Next);

    [Fact]
    public void Compose_ConfirmationOfTheNewAddress_GoesThereAndOpensNoCase()
    {
        var notice = Compose(Story.ContactAsked[..^1], Story.ContactAsked[^1])!;

        Assert.Equal(Story.NewContact.Email, notice.To);
        Assert.Equal(new ContactConfirmation(1, ContactSide.New), notice.Confirms);
    }

    [Fact]
    public void Compose_Again_IsTheSame() =>
        Assert.All(Told, t => Assert.Equal(Text(t), Text(t)));

    [Fact]
    public void Compose_AnyNotice_GoesToTheContactUnderTheReceiptNumber() => Assert.All(Told, t =>
    {
        var notice = Compose(t.Before, t.Event)!;
        Assert.Equal(Sample.Form.Email, notice.To);
        Assert.EndsWith("(r7-01-00001)", notice.Subject, StringComparison.Ordinal);
        Assert.Equal(new NoticeId(Sample.CaseId, notice.Kind, t.Before.Length + 1), notice.Id);
        Assert.Equal(t.Event.At, notice.CausedAt);
        Assert.All(notice.Lines(), p => Assert.False(string.IsNullOrWhiteSpace(p)));
    });

    [Theory]
    [InlineData(1, "2025-06-03T10:00:00", "第2回", "令和7年6月16日(月) 09:00", "令和7年6月20日(金) 17:00")]
    [InlineData(10, "2026-02-18T10:00:00", "次の回はありません", "この年度に")]
    public void Compose_Lost_NamesTheNextRoundOrThatThisWasTheLast(int round, string at, params string[] said)
    {
        var id = new CaseId(new(Sample.R7.Id, round), 1);
        CaseEvent[] events =
            [((CaseEvent.Entered)Story.Entered[0]) with { Id = id }, new CaseEvent.Lost(Tokyo.At(at), 141)];

        var notice = NoticeComposer.Compose(Sample.R7, CaseEvolution.Fold(events), events[1], 2)!;

        Assert.StartsWith("お手続きは不要です。", notice.Next, StringComparison.Ordinal);
        Assert.All(said, s => Assert.Contains(s, notice.Said(), StringComparison.Ordinal));
    }

    [Fact]
    public void Compose_Grant_SaysWhatIsLeftToDoUntilThePayment() => Assert.Contains(
        "請求書兼口座振替依頼書を事務局へ提出", Compose(Story.Claimed, Story.Granted[^1])!.Next, StringComparison.Ordinal);

    [Theory]
    [InlineData("2025-06-24T00:00:00", "2025-06-24T09:00:00")]
    [InlineData("2025-06-28T00:00:00", "2025-06-30T09:00:00")]
    [InlineData("2025-12-27T00:00:00", "2026-01-05T09:00:00")]
    [InlineData("2025-06-24T17:00:00", "2025-06-25T09:00:00")]
    [InlineData("2025-06-24T11:30:00", null)]
    public void Compose_LapseOrItsUndoing_LeavesWhenTheOfficeIsOpen(string at, string? leaves)
    {
        var lapsed = new CaseEvent.Lapsed(Tokyo.At(at), Step.CompanyRegistration, Tokyo.Day("2025-06-12"));
        NodaTime.Instant? expected = leaves is null ? null : Tokyo.At(leaves);

        Assert.Equal((Tokyo.At(at), expected), Times(Story.Won, lapsed));
        Assert.Equal(
            (Tokyo.At(at), expected),
            Times([.. Story.Won, lapsed, Reinstated(at)], Extended(at, Step.CompanyRegistration, "2025-12-26")));
        // What is asked for in the same moment overtakes nothing.
        Assert.Equal(
            (Tokyo.At(at), expected),
            Times([.. Story.Won, lapsed, Reinstated(at)], new CaseEvent.CorrectionRequested(
                Tokyo.At(at), new(1, Step.EligibilityReview, [new("誓約書", "ありません。")], Tokyo.Day("2025-12-01"), Tokyo.Day("2025-12-15")))));
    }

    [Fact]
    public void Compose_Reinstatement_IsOneNoticeThatNamesWhatComesNext()
    {
        var (first, second) = (
            Compose(Story.LapsedAtCompany, Reinstated("2025-06-25T10:00:00")),
            Compose(
                [.. Story.LapsedAtCompany, Reinstated("2025-06-25T10:00:00")],
                Extended("2025-06-25T10:00:00", Step.CompanyRegistration, "2025-07-04"))!);

        Assert.Null(first);
        Assert.StartsWith("申請の終結を取り消し、", second.Subject, StringComparison.Ordinal);
        Assert.Equal("この申請の終結(期限徒過)を取り消し、手続きを再開しました。", second.Paragraphs[0]);
        Assert.Equal("令和7年7月4日(金)までに、企業情報を登録してください。", second.Next);
        Assert.DoesNotContain("終結しました", second.Said(), StringComparison.Ordinal);
    }

    private static (NodaTime.Instant, NodaTime.Instant?) Times(CaseEvent[] before, CaseEvent e) =>
        Compose(before, e) is { } notice ? (notice.CausedAt, notice.NotBefore) : default;

    private static Notice? Compose(CaseEvent[] before, CaseEvent e) => NoticeComposer.Compose(
        e is CaseEvent.MoneyMoved ? Sample.Paying : Sample.R7, CaseEvolution.Fold([.. before, e]), e, before.Length + 1);

    private static string Text((string Title, CaseEvent[] Before, CaseEvent Event) told)
    {
        var notice = Compose(told.Before, told.Event)!;
        string[] lines =
        [
            $"# {told.Title} ({notice.Id})", $"宛先: {notice.ToName} <{notice.To}>", $"件名: {notice.Subject}",
            .. notice.Lines(),
        ];
        return string.Concat(lines.Select(l => l + "\n"));
    }
}
