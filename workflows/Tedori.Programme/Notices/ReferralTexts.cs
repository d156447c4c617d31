using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Plans;

namespace Tedori.Programme.Notices;

/// <summary>What a company is told that gets nothing from the programme: which measures of the plan it can use instead.</summary>
internal static class ReferralTexts
{
    // A mail stays short; my page names more.
    private const int Most = 3;

    /// <summary>The row with a line for each; none where nothing fits.</summary>
    public static IEnumerable<NoticeFact> Of(Edition edition, CaseState after)
    {
        var referrals = Referrals.Of(PlanReader.OfProduct, edition, after, Most);
        return referrals.Count == 0
            ? []
            : [NoticeFact.Of("ほかにご検討いただける支援", referrals.Select(Line))];
    }

    private static string Line(Referral referral)
    {
        var measure = referral.Measure;
        return MeasureAddress.Append(
            $"{measure.Name}({measure.Id.Side.Name()}): {referral.Reasons[0].Text}", measure.Id);
    }
}
