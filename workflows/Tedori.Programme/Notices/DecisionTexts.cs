using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;

namespace Tedori.Programme.Notices;

/// <summary>What is told of a decision (決定): its number, date and signatory, the amount or the reason, and how to object.</summary>
internal static class DecisionTexts
{
    public static NoticeText Of(Edition edition, CaseState s, CaseEvent e) => e switch
    {
        CaseEvent.EligibilityPassed => new("申請要件の審査を通過しました", [.. Filed(s, Step.CompanyRegistration), "申請要件の審査の結果、通過を決定しました。"],
            [.. DecisionLetter.Head(null, e.At), .. Visits(edition), .. DecisionLetter.Foot(edition)]),
        CaseEvent.EligibilityFailed x => new("申請要件の審査の結果(不通過)", [.. Filed(s, Step.CompanyRegistration), "申請要件の審査の結果、不通過を決定しました。"],
            Refused(edition, s, e, x.Document, x.Reason)),
        CaseEvent.GrantDecided x => new("奨励金の支給を決定しました", [.. Filed(s, Step.Claim), $"奨励金{GrantCalculation.Yen(x.Yen)}を支給することを決定しました。"],
            [
                .. DecisionLetter.Head(x.Document, e.At),
                NoticeFact.Of("支給額", GrantCalculation.Yen(x.Yen)), NoticeFact.Of("支給額の計算", x.Explanation),
                .. x.Refused is { Count: > 0 } refused ? [NoticeFact.Of("承認しなかった項目", refused.Select(r => Line(edition, r)))] : Array.Empty<NoticeFact>(),
                .. Appeal(edition), .. DecisionLetter.Foot(edition),
            ]),
        CaseEvent.GrantRefused x => new("奨励金の不支給を決定しました", [.. Filed(s, Step.Claim), "審査の結果、不支給を決定しました。"],
            Refused(edition, s, e, x.Document, x.Reason)),
        _ => throw new InvalidOperationException($"{e.GetType().Name} is no decision."),
    };

    // What the decision is about (申請の特定). Cases from before the date was kept have none.
    private static IEnumerable<string> Filed(CaseState s, Step step) => s.FiledOn.TryGetValue(step, out var date)
        ? [$"{JapaneseDate.Full(date)}付けの{CaseLabels.Of(step)}を審査しました。"]
        : [];

    private static IReadOnlyList<NoticeFact> Refused(Edition edition, CaseState s, CaseEvent e, string? document, string reason) =>
    [
        .. DecisionLetter.Head(document, e.At), NoticeFact.Of(NoticeLabels.Reason, reason), .. Appeal(edition),
        .. DecisionLetter.Foot(edition), .. ReferralTexts.Of(edition, s),
    ];

    private static string Line(Edition edition, ItemRefusal refusal)
    {
        var item = edition.FindItem(refusal.Item)!;
        return $"{item.Label}{item.Name}: {refusal.Reason}";
    }

    internal static IEnumerable<NoticeFact> Appeal(Edition edition) =>
        edition.Letters.Appeal is { } text ? [NoticeFact.Of("ご異議がある場合", text)] : [];

    private static IEnumerable<NoticeFact> Visits(Edition edition) =>
        edition.Letters.Visits is { } text && edition.Visits.Required > 0
            ? [NoticeFact.Of("専門家の派遣", $"{text}派遣は{edition.Visits.Required}回です。")]
            : [];
}
