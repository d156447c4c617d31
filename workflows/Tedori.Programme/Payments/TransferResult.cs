using System.Text.Json.Serialization;
using NodaTime;

namespace Tedori.Programme.Payments;

/// <summary>How one payment of a file ended.</summary>
/// <param name="Customer">顧客コード1 of the payment.</param>
/// <param name="Attempt">Which attempt it was, from 1.</param>
/// <param name="Yen">Its amount in yen.</param>
/// <param name="End">How it ended.</param>
/// <param name="Reason">Why it failed or came back, in Japanese, as the bank says; null where it was paid.</param>
/// <param name="Date">The day, Asia/Tokyo, as the bank says; the list's day where it says none.</param>
public sealed record TransferOutcome(string Customer, int Attempt, long Yen, TransferEnd End, string? Reason, LocalDate Date);

/// <summary>What the bank says of one payment.</summary>
/// <param name="Line">Line or record of the file, from 1.</param>
/// <param name="Customer">顧客コード1.</param>
/// <param name="End">How it ended.</param>
/// <param name="Reason">Why it failed or came back; null where it was paid.</param>
public sealed record TransferResultItem(int Line, string Customer, TransferEnd End, string? Reason)
{
    /// <summary>Which attempt (顧客コード2), where the bank says so.</summary>
    public long? Attempt { get; init; }

    /// <summary>The day, where the bank says so.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The amount in yen, where the bank says so.</summary>
    public long? Yen { get; init; }

    /// <summary>Code of the bank, 4 digits, where the bank says so.</summary>
    public string? Bank { get; init; }

    /// <summary>Number of the branch, 3 digits, where the bank says so.</summary>
    public string? Branch { get; init; }

    /// <summary>Kind of the account, as its number, where the bank says so.</summary>
    public long? Kind { get; init; }

    /// <summary>Number of the account, 7 digits, where the bank says so.</summary>
    public string? Account { get; init; }
}

/// <summary>Which list a result belongs to, by its header.</summary>
/// <param name="Client">委託者コード.</param>
/// <param name="Day">振込指定日, four digits of month and day.</param>
/// <param name="Bank">Code of the paying bank.</param>
/// <param name="Branch">Number of its branch.</param>
/// <param name="Account">Number of the account that pays.</param>
public sealed record TransferResultHead(string Client, string Day, string Bank, string Branch, string Account);

/// <summary>
/// What the bank answers to a file of transfers: the records of the file with a code for each payment, or a CSV file. Nothing
/// is known of a payment before the whole adds up (<see cref="Against"/>). Pure.
/// </summary>
/// <param name="Head">The header; null in a CSV file.</param>
/// <param name="Items">What it says of each payment, in order.</param>
public sealed record TransferResult(TransferResultHead? Head, IReadOnlyList<TransferResultItem> Items)
{
    /// <summary>Reads either kind of file. Never throws, whatever the bytes.</summary>
    public static TransferResultReading Read(ReadOnlySpan<byte> content) =>
        content.Length >= TransferLayout.RecordLength && content.StartsWith("121"u8)
            ? TransferResultRecords.Read(content)
            : TransferResultTable.Read(content);

    /// <summary>Compares it with the list that was sent: the outcomes of all payments, or everything that differs.</summary>
    /// <param name="batch">What was sent.</param>
    /// <param name="today">The day on which it is read; nothing can have happened after it.</param>
    /// <param name="listOf">
    /// Names the list that holds a payment (顧客コード1, attempt or null where the file does not say); null where no other holds
    /// it. Without it such a payment is said to be unknown.
    /// </param>
    public TransferResultCheck Against(
        TransferBatch batch, LocalDate today, Func<string, long?, string?>? listOf = null) =>
        TransferResultComparison.Of(this, batch, today, listOf ?? ((_, _) => null));
}

/// <summary>What a file made of a result.</summary>
/// <param name="Result">The result, or null where anything is wrong.</param>
/// <param name="Faults">Everything that is wrong.</param>
public sealed record TransferResultReading(TransferResult? Result, FileFaults Faults);

/// <summary>What a result says of a list.</summary>
/// <param name="Outcomes">One for each payment, in the order of the list; none where anything differs.</param>
/// <param name="Faults">Everything that differs.</param>
public sealed record TransferResultCheck(IReadOnlyList<TransferOutcome> Outcomes, FileFaults Faults)
{
    /// <summary>Whether the file as a whole adds up, so that its outcomes can be booked.</summary>
    [JsonIgnore]
    public bool IsTaken => Faults.Count == 0;
}
