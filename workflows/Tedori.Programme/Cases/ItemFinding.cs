using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Cases;

/// <summary>Something in the statements of an item that does not fit (審査の指摘).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Text">What, in Japanese.</param>
public sealed record ItemFinding(string Code, string Text)
{
    internal static IEnumerable<ItemFinding> OfSchemes(
        Item item, IReadOnlyList<int>? registered, ItemStatement stated)
    {
        if (item.Schemes.Count == 0)
            yield break;
        if (stated.Schemes is not { Count: > 0 } claimed)
        {
            yield return new("schemeNotStated", "申請に制度の記載がありません。");
            yield break;
        }

        foreach (var scheme in claimed.Where(n => registered?.Contains(n) == false && n <= item.Schemes.Count))
            yield return new("schemeNotRegistered", $"「{item.Schemes[scheme - 1]}」は登録していない制度です。");
    }

    internal static IEnumerable<ItemFinding> OfDates(
        GrantUnit unit, ItemPeriod? period, LocalDate? claimedOn, ItemStatement stated)
    {
        if (period is null)
            return [];
        var isWage = unit == GrantUnit.Person;
        return
        [
            .. isWage ? [] : Of("made", "制度を定めた日", stated.Made, period, claimedOn),
            .. Of("since", isWage ? "賃金を引き上げた日" : "始めた日", stated.Since, period, claimedOn),
            .. stated.Since < stated.Made
                ? (ItemFinding[])[new("sinceBeforeItsRule", "始めた日が、制度を定めた日より前です。")]
                : [],
        ];
    }

    private static IEnumerable<ItemFinding> Of(
        string code, string what, LocalDate? date, ItemPeriod period, LocalDate? claimedOn)
    {
        if (date is not { } day)
            yield return new(code + "Missing", $"{what}の記載がありません。");
        else if (day < period.From)
            yield return new(code + "Early", $"{what}が、奨励金対象事業の登録の日({JapaneseDate.Full(period.From)})より前です。");
        else if (day > period.Until)
            yield return new(code + "Late", $"{what}が、取組期限({JapaneseDate.Full(period.Until)})より後です。");
        // What is claimed has been done: a day that was still to come may be a slip, or a rule that nobody has yet.
        else if (day > claimedOn)
            yield return new(code + "AfterClaim", $"{what}が、支給申請の日({JapaneseDate.Full(claimedOn.Value)})より後です。");
    }
}
