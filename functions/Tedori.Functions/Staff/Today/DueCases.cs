using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Post;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Post;

namespace Tedori.Functions.Staff.Today;

/// <summary>Cases that wait: for a review, for the answer to a correction, for the post.</summary>
public sealed class DueCases(CaseDirectory directory, PostService post, EditionCatalog editions)
{
    /// <summary>All of them at an instant.</summary>
    public async Task<IReadOnlyList<TodayLine>> FindAsync(Instant now, CancellationToken cancellation)
    {
        var (lines, today) = (new List<(CaseId Id, TodayLine Line)>(), JapanTime.DateOf(now));
        await directory.EachAsync(c =>
        {
            if (LineOf(editions.Of(c.Id), c, today) is { } line)
                lines.Add((c.Id, line));
        }, cancellation);
        var waiting = await WaitingAsync(lines.Where(l => MayHavePost(l.Line, today)).Select(l => l.Id.Round).Distinct(), cancellation);
        return [.. lines.Select(l => waiting.GetValueOrDefault(l.Id) is { } envelope && MayHavePost(l.Line, today)
            ? With(envelope, l.Line)
            : l.Line)];
    }

    private static bool MayHavePost(TodayLine line, LocalDate today) =>
        line.Kind == TodayKind.Post || (line.Kind == TodayKind.Correction && line.Due < today);

    // What came for a case and is not decided: of each the first that was recorded.
    private async Task<IReadOnlyDictionary<CaseId, Envelope>> WaitingAsync(
        IEnumerable<RoundId> rounds, CancellationToken cancellation)
    {
        var waiting = new Dictionary<CaseId, Envelope>();
        foreach (var round in rounds)
        {
            await foreach (var envelope in post.OfRoundAsync(round).WithCancellation(cancellation))
            {
                if (envelope.State is EnvelopeState.AwaitingSecondReading or EnvelopeState.AwaitingApprover
                    && (!waiting.TryGetValue(envelope.Case, out var first) || envelope.Readings[0].At < first.Readings[0].At))
                    waiting[envelope.Case] = envelope;
            }
        }

        return waiting;
    }

    private static TodayLine With(Envelope envelope, TodayLine line) => line with
    {
        Link = $"/staff/post/{envelope.Case.Round}/{envelope.Id}",
        Why = envelope switch
        {
            { Mail: not null } => "締切前に届いたメールが、提出の試みとして登録されています。結果が決まるまで期限徒過になりません。"
                + "認めるかどうかを起案し、登録した人とは別の承認者が判断してください。",
            { State: EnvelopeState.AwaitingSecondReading } => "届いた郵便の消印は、別の職員がもう一度読み取るのを待っています。結果が決まるまで期限徒過になりません。",
            _ => "届いた郵便の消印は、承認者の認定を待っています。結果が決まるまで期限徒過になりません。認定を起案してください。",
        },
    };

    private static TodayLine? LineOf(Edition edition, CaseListing c, LocalDate today) => c switch
    {
        { Outcome: not null } => null,
        { CorrectionOpen: true, Due: { } due } => Line(TodayKind.Correction, edition, c, today, due,
            "補正の回答を待っています。期限までに回答がなければ、郵便の到着を待って期限徒過になります。"),
        { Step: Step.EligibilityReview } => Line(TodayKind.Review, edition, c, today,
            edition.Round(c.Id.Round.Number).ProjectRegistration,
            $"申請要件を審査してください。企業は{JapaneseDate.MonthDay(edition.Round(c.Id.Round.Number).ProjectRegistration)}"
                + $"までに事業を登録するため、それまでに通過の決定が必要です。{Answered(c)}"),
        { Step: Step.ClaimReview } => new(
            TodayKind.Review, Subject(c), LinkTo(c), $"支給申請を審査してください。期限の定めはなく、待ちの長い順です。{Answered(c)}", c.Since),
        { Due: { } due } when due < today && c.Step != Step.Implementation => Line(TodayKind.Post, edition, c, today,
            edition.Calendar.AddBusinessDays(due, edition.Windows.PostalSettlementBusinessDays),
            $"「{CaseLabels.Of(c.Step)}」の期限({JapaneseDate.MonthDay(due)})を過ぎ、同日までの消印の郵便を待っています。届いたら記録してください。"),
        _ => null,
    };

    private static TodayLine Line(
        TodayKind kind, Edition edition, CaseListing c, LocalDate today, LocalDate due, string why) =>
        new(kind, Subject(c), LinkTo(c), why, c.Since, due, RemainingDays.Until(edition.Calendar, today, due));

    private static string Answered(CaseListing c) => c.Answered > 0 ? $"補正の回答が{c.Answered}回あります。" : "";

    private static string Subject(CaseListing c) => $"{c.Id} {c.CompanyName}";

    private static string LinkTo(CaseListing c) => $"/staff/cases/{c.Id}";
}
