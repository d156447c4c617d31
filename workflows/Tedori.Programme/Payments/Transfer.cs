using System.Text.Json.Serialization;
using NodaTime;

namespace Tedori.Programme.Payments;

/// <summary>A bank's branch, by its codes (金融機関・店番).</summary>
/// <param name="Bank">Code of the bank, 4 digits.</param>
/// <param name="BankName">Its name as banks print it, at most 15 bytes.</param>
/// <param name="Number">Number of the branch, 3 digits.</param>
/// <param name="BranchName">Its name as banks print it, at most 15 bytes.</param>
public sealed record BankBranch(string Bank, string BankName, string Number, string BranchName);

/// <summary>Who pays (依頼人).</summary>
/// <param name="Code">Code that the bank gave (委託者コード), 10 digits.</param>
/// <param name="Name">Name as banks print it, at most 40 bytes.</param>
/// <param name="Branch">Where the account is.</param>
/// <param name="Kind">Kind of the account.</param>
/// <param name="Account">Number of the account, 7 digits, zeros in front.</param>
public sealed record TransferClient(string Code, string Name, BankBranch Branch, AccountKind Kind, string Account);

/// <summary>One payment of a file.</summary>
/// <param name="Branch">Where the account is.</param>
/// <param name="Kind">Kind of the account.</param>
/// <param name="Account">Number of the account, 7 digits, zeros in front.</param>
/// <param name="Holder">Who is paid, as banks print it, at most 30 bytes (受取人名).</param>
/// <param name="Yen">Amount in yen, from 1 to 9,999,999,999.</param>
/// <param name="Customer">
/// Digits by which the payment is known, 10 (顧客コード1), as <see cref="CustomerCode"/> writes them; once in a file.
/// </param>
/// <param name="Attempt">Which attempt it is, from 1 (顧客コード2).</param>
public sealed record Transfer(
    BankBranch Branch, AccountKind Kind, string Account, string Holder, long Yen, string Customer, int Attempt)
{
    /// <summary>The payment of an amount into an account.</summary>
    public static Transfer Into(BankAccount account, BankBranch branch, long yen, CustomerCode customer, int attempt)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(branch);
        return (account.Bank, account.Branch) == (branch.Bank, branch.Number)
            ? new(branch, account.Kind, account.Number, account.Holder, yen, customer.ToString(), attempt)
            : throw new ArgumentException($"The account {account} is not at {branch.Bank}-{branch.Number}.", nameof(branch));
    }
}

/// <summary>What a file of transfers holds (総合振込).</summary>
/// <param name="Client">Who pays.</param>
/// <param name="Date">On which day the bank transfers it, a bank business day, Asia/Tokyo.</param>
/// <param name="Transfers">The payments, in order.</param>
public sealed record TransferBatch(TransferClient Client, LocalDate Date, IReadOnlyList<Transfer> Transfers)
{
    /// <summary>The sum in yen.</summary>
    [JsonIgnore]
    public long Yen => Transfers.Sum(t => t.Yen);

    /// <summary>
    /// Why no file can be made of it: everything that does not fit, the day of the transfer among it. The line of a fault is
    /// the payment's place in the list, from 1.
    /// </summary>
    /// <param name="days">The banks' business days.</param>
    /// <param name="today">The day on which the file is made.</param>
    public FileFaults Faults(BankDays days, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(days);
        var faults = TransferCheck.Of(this);
        return FileFaults.Of(days.Refuses(Date, today) is { } refusal ? [new(null, refusal.Code, refusal.Text), .. faults] : faults);
    }
}
