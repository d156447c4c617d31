using System.Globalization;
using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Payments;

/// <summary>Compares a result with the list that was sent.</summary>
internal static class TransferResultComparison
{
    // As many as fit into one sentence.
    private const int MostNamed = 20;

    /// <summary>The outcomes, or everything that differs.</summary>
    public static TransferResultCheck Of(
        TransferResult result, TransferBatch batch, LocalDate today, Func<string, long?, string?> listOf)
    {
        var sent = batch.Transfers.ToDictionary(t => t.Customer);
        var found = new Dictionary<string, TransferResultItem>(sent.Count);
        var faults = new List<FileFault>(OfWhole(result.Head, batch, today));
        foreach (var item in result.Items)
        {
            if (!sent.TryGetValue(item.Customer, out var transfer) || (item.Attempt ?? transfer.Attempt) != transfer.Attempt)
                faults.Add(Foreign(item, transfer, listOf));
            else if (!found.TryAdd(item.Customer, item))
                faults.Add(new(item.Line, "resultDoubled", $"顧客コード{item.Customer}の結果が{found[item.Customer].Line}行目にもあります。"));
            else
                faults.AddRange(Different(item, transfer, batch.Date, today));
        }

        var missing = batch.Transfers.Where(t => !found.ContainsKey(t.Customer)).Select(t => t.Customer).ToList();
        if (missing.Count > 0)
            faults.Add(Missing(missing));
        return faults.Count > 0
            ? new([], FileFaults.Of(faults))
            : new([.. batch.Transfers.Select(t => Outcome(t, found[t.Customer], batch.Date))], FileFaults.None);
    }

    private static TransferOutcome Outcome(Transfer sent, TransferResultItem item, LocalDate date) =>
        new(sent.Customer, sent.Attempt, sent.Yen, item.End, item.Reason, item.Date ?? date);

    private static IEnumerable<FileFault> OfWhole(TransferResultHead? head, TransferBatch batch, LocalDate today)
    {
        if (batch.Date > today)
            yield return new(null, "resultEarly", $"このリストの振込指定日({JapaneseDate.Full(batch.Date)})はまだ来ていません。");
        if (head is null)
            yield break;
        var (client, day) = (batch.Client, $"{batch.Date.Month:00}{batch.Date.Day:00}");
        if (head.Client != client.Code)
            yield return new(1, "resultClient", "委託者コードがこのリストと違います。別の委託の結果ではないか確かめてください。");
        if (head.Day != day)
            yield return new(1, "resultDay", $"振込指定日({head.Day})がこのリスト({day})と違います。別のリストの結果ではないか確かめてください。");
        if ((head.Bank, head.Branch, head.Account) != (client.Branch.Bank, client.Branch.Number, client.Account))
            yield return new(1, "resultPayer", "出金口座がこのリストと違います。別の口座の結果ではないか確かめてください。");
    }

    private static FileFault Foreign(TransferResultItem item, Transfer? sent, Func<string, long?, string?> listOf)
    {
        var payment = item.Attempt is { } attempt ? $"顧客コード{item.Customer}({attempt}回目)" : $"顧客コード{item.Customer}";
        if (listOf(item.Customer, item.Attempt) is { } list)
            return new(item.Line, "resultOtherList", $"{payment}は、このリストではなく{list}の振込です。");
        return sent is null
            ? new(item.Line, "resultUnknown", $"{payment}の振込はこのリストにありません。")
            : new(item.Line, "resultAttempt", $"{payment}の振込はこのリストにありません。このリストにあるのは{sent.Attempt}回目です。");
    }

    // Numbers of accounts are not shown: whoever may see them looks at the file.
    private static IEnumerable<FileFault> Different(TransferResultItem item, Transfer sent, LocalDate date, LocalDate today)
    {
        if (item.Yen is { } yen && yen != sent.Yen)
        {
            yield return new(item.Line, "resultAmount", string.Create(
                CultureInfo.InvariantCulture, $"顧客コード{item.Customer}の金額が{yen:N0}円で、リストの{sent.Yen:N0}円と違います。"));
        }

        string?[] places =
        [
            item.Bank is { } bank && bank != sent.Branch.Bank ? "金融機関コード" : null,
            item.Branch is { } branch && branch != sent.Branch.Number ? "店番" : null,
            item.Kind is { } kind && kind != (int)sent.Kind ? "預金種目" : null,
            item.Account is { } account && account != sent.Account ? "口座番号" : null,
        ];
        if (string.Join("、", places.OfType<string>()) is { Length: > 0 } which)
            yield return new(item.Line, "resultAccount", $"顧客コード{item.Customer}の口座({which})がリストと違います。");
        if (item.Date < date)
            yield return new(item.Line, "resultDate", $"顧客コード{item.Customer}の日付が振込指定日({JapaneseDate.Full(date)})より前です。");
        if (item.Date > today)
            yield return new(item.Line, "resultDate", $"顧客コード{item.Customer}の日付が今日({JapaneseDate.Full(today)})より後です。");
    }

    private static FileFault Missing(List<string> missing) => new(
        null, "resultMissing",
        $"{missing.Count}件の結果がありません: {string.Join("、", missing.Take(MostNamed))}{(missing.Count > MostNamed ? "、ほか" : "")}。");
}
