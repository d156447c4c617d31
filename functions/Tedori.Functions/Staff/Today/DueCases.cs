using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Staff.Today;

/// <summary>Cases that wait: for a review, for the answer to a correction, for the post.</summary>
public sealed class DueCases(CaseDirectory directory, EditionCatalog editions)
{
    /// <summary>All of them at an instant.</summary>
    public async Task<IReadOnlyList<TodayLine>> FindAsync(Instant now, CancellationToken cancellation)
    {
        var (lines, today) = (new List<TodayLine>(), JapanTime.DateOf(now));
        await directory.EachAsync(c =>
        {
            if (LineOf(editions.Of(c.Id), c, today) is { } line)
                lines.Add(line);
        }, cancellation);
        return lines;
    }

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
