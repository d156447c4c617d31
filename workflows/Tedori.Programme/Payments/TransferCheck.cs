using System.Globalization;

namespace Tedori.Programme.Payments;

/// <summary>What of a batch does not fit into a file, in Japanese for staff. What fits is read back as the same.</summary>
internal static class TransferCheck
{
    private const int MostNameBytes = 15;
    private const int MostClientBytes = 40;

    /// <summary>Everything that does not fit.</summary>
    public static IReadOnlyList<FileFault> Of(TransferBatch batch) =>
        [.. OfWhole(batch), .. batch.Transfers.SelectMany((t, i) => OfOne(t, i + 1)), .. Doubled(batch.Transfers)];

    private static IEnumerable<FileFault> OfWhole(TransferBatch batch)
    {
        var (count, client) = (batch.Transfers.Count, batch.Client);
        if (count is 0 or > TransferFile.MostTransfers)
            yield return Fault(null, "transferCount", $"1つのファイルの振込は1件から{TransferFile.MostTransfers:N0}件までです(今は{count:N0}件です)。");
        // More than a long holds, were every amount as it may be.
        if (batch.Transfers.Aggregate(0m, (sum, t) => sum + t.Yen) > TransferFile.MostSum)
            yield return Fault(null, "transferTotal", $"合計金額が{TransferFile.MostSum:N0}円を超えています。");
        if (!IsDigits(client.Code, 10))
            yield return Fault(null, "clientCode", $"委託者コードが10桁の数字ではありません。");
        if (!IsName(client.Name, MostClientBytes) || client.Name.Length == 0)
            yield return Fault(null, "clientName", $"依頼人名が、銀行の使う文字で{MostClientBytes}文字以内になっていません。");
        if (!IsPlace(client.Branch, client.Kind, client.Account))
            yield return Fault(null, "clientAccount", $"依頼人の口座(金融機関、店、種目、番号)が正しくありません。");
    }

    private static IEnumerable<FileFault> OfOne(Transfer transfer, int line)
    {
        if (!CustomerCode.TryParse(transfer.Customer, out _))
            yield return Fault(line, "customerCode", $"顧客コードが、年度、回、通し番号の10桁の数字ではありません。");
        if (transfer.Attempt < 1)
            yield return Fault(line, "customerAttempt", $"支払の回数が1以上ではありません。");
        if (!IsPlace(transfer.Branch, transfer.Kind, transfer.Account))
            yield return Fault(line, "transferAccount", $"振込先の口座(金融機関、店、種目、番号)が正しくありません。");
        if (!IsName(transfer.Holder, BankKana.MostBytes) || transfer.Holder.Length == 0)
            yield return Fault(line, "transferHolder", $"受取人名が、銀行の使う文字で{BankKana.MostBytes}文字以内になっていません。");
        if (transfer.Yen is < 1 or > TransferFile.MostYen)
            yield return Fault(line, "transferAmount", $"金額が1円から{TransferFile.MostYen:N0}円までではありません({transfer.Yen:N0}円)。");
    }

    private static IEnumerable<FileFault> Doubled(IReadOnlyList<Transfer> transfers)
    {
        var first = new Dictionary<string, int>(transfers.Count);
        for (var i = 0; i < transfers.Count; i++)
        {
            if (!first.TryAdd(transfers[i].Customer, i + 1))
            {
                yield return Fault(
                    i + 1, "transferDoubled", $"顧客コード{transfers[i].Customer}が{first[transfers[i].Customer]}件目にもあります。");
            }
        }
    }

    private static bool IsPlace(BankBranch branch, AccountKind kind, string account) =>
        IsDigits(branch.Bank, 4) && IsDigits(branch.Number, 3) && IsDigits(account, 7) && Enum.IsDefined(kind)
        && IsName(branch.BankName, MostNameBytes) && IsName(branch.BranchName, MostNameBytes);

    private static bool IsDigits(string text, int length) => text.Length == length && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsName(string name, int most) =>
        name.Length <= most && name.Length == name.AsSpan().Trim(' ').Length && BankKana.IsAllowed(name);

    private static FileFault Fault(int? line, string code, FormattableString text) =>
        new(line, code, text.ToString(CultureInfo.InvariantCulture));
}
