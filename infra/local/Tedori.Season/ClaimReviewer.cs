using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;
using Tedori.Programme.Signing;

namespace Tedori.Season;

/// <summary>
/// How a claim is judged. What its statements leave open is asked about or not; then an item against which something was
/// found is refused with what was found, or, once in four times, paid with a reason.
/// </summary>
internal static class ClaimReviewer
{
    private const int MostCorrections = 2;

    public static CaseCommand Judge(Edition edition, CaseState state, Company company, Instant at, Signatures two)
    {
        var dice = company.On("decide-claim");
        var found = ItemReview.Of(edition, state).Where(r => r.Findings.Count > 0).ToList();
        if (state.Answered.Count == 0 && dice.InThousand(250) && company.On("correct-claim").InThousand(900))
            return new CaseCommand.RequestCorrection(
                at, [new("賃金台帳・実施の記録", "取組前後の写しが不足しています。追加で提出してください。"), .. found.Select(Ask)]);
        if (found.Count > 0 && state.Corrections < MostCorrections && company.On("ask-findings").InThousand(500))
            return new CaseCommand.RequestCorrection(at, [.. found.Select(Ask)]);
        if (dice.InThousand(40))
            return new CaseCommand.RefuseClaim(at, "取組の実施を確認できる書類が提出されていないため。", Signed: two);
        var paid = found.Where(r => company.On($"pays-{r.Item.Number}").InThousand(250)).ToList();
        var refused = found.Except(paid).Select(r => new ItemRefusal(r.Item.Number, TextOf(r))).ToList();
        var claim = state.Claim!;
        if (claim.Items.Count > 2 && dice.InThousand(100) && refused.All(r => r.Item != claim.Items[0]))
            refused.Add(new(claim.Items[0], "実施の記録から取組を確認できないため。"));
        int[] items = [.. claim.Items.Except(refused.Select(r => r.Item))];
        var persons = items.Any(edition.PaysPersons) ? claim.Persons : 0;
        return GrantCalculation.Of(edition, items, persons).Yen == 0
            ? new CaseCommand.RefuseClaim(at, "2項目以上の取組を確認できないため(募集要項1(2))。", Signed: two)
            : new CaseCommand.GrantClaim(
                at, items, persons, Refused: [.. refused.OrderBy(r => r.Item)], Signed: two,
                Findings: [.. paid.Where(r => items.Contains(r.Item.Number)).Select(Reason)]);
    }

    private static CorrectionItem Ask(ItemReview review) =>
        new($"{review.Item.Label}の制度と日付", $"{TextOf(review)}記載を確かめ、誤りは訂正してください。");

    private static FindingReason Reason(ItemReview review) =>
        new(review.Item.Number, "周知の記録と賃金台帳により、対象の期間の取組であることを確認したため。");

    private static string TextOf(ItemReview review) => string.Concat(review.Findings.Select(f => f.Text));
}
