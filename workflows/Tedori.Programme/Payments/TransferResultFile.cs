using System.Text;
using NodaTime.Text;

namespace Tedori.Programme.Payments;

/// <summary>
/// Writes a result as a bank does, where there is no bank: a rehearsal, a season, a test. Says what it is given, also what
/// does not add up with the list. Pure.
/// </summary>
public static class TransferResultFile
{
    /// <summary>The result in the records of the banks, CR LF behind each if wanted.</summary>
    /// <param name="batch">What was sent.</param>
    /// <param name="outcomes">What is said, in order; each of a payment that was sent.</param>
    /// <param name="lineEnds">Whether CR and LF stand behind each record.</param>
    /// <exception cref="ArgumentException">Nothing is said, or of a payment that was not sent.</exception>
    public static byte[] Write(TransferBatch batch, IReadOnlyList<TransferOutcome> outcomes, bool lineEnds)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(outcomes);
        var sent = batch.Transfers.ToDictionary(t => t.Customer);
        if (outcomes.Count == 0 || outcomes.FirstOrDefault(o => !sent.ContainsKey(o.Customer)) is not null)
            throw new ArgumentException("A result speaks of payments that were sent.", nameof(outcomes));
        var writer = new TransferWriter(outcomes.Count + 3, lineEnds);
        writer.Append(TransferLayout.Header, TransferFile.HeaderOf(batch));
        foreach (var outcome in outcomes)
        {
            var transfer = sent[outcome.Customer] with { Attempt = outcome.Attempt, Yen = outcome.Yen };
            writer.Append(TransferLayout.ResultData, new(TransferFile.DataOf(transfer)) { ["result"] = $"{CodeOf(outcome)}" });
        }

        writer.Append(TransferLayout.Trailer, TransferFile.TrailerOf(outcomes.Count, outcomes.Sum(o => o.Yen)));
        writer.Append(TransferLayout.End, []);
        return writer.File();
    }

    /// <summary>The result as CSV: UTF-8 with its mark, CR LF.</summary>
    /// <param name="outcomes">What is said, in order.</param>
    public static byte[] WriteCsv(IReadOnlyList<TransferOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var text = new StringBuilder("\uFEFF").AppendJoin(
            ',', TransferResultTable.Customer, TransferResultTable.Attempt, TransferResultTable.Yen, TransferResultTable.Result,
            TransferResultTable.Reason, TransferResultTable.Date).Append("\r\n");
        foreach (var o in outcomes)
        {
            text.AppendJoin(
                ',', o.Customer, $"{o.Attempt}", $"{o.Yen}", o.End.Label(), Quoted(o.Reason ?? ""),
                LocalDatePattern.Iso.Format(o.Date)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // The bank's own reason where the table has it, else the last code of such an end.
    private static char CodeOf(TransferOutcome outcome) => TransferLayout.ResultCodes
        .Where(c => c.End == outcome.End).OrderBy(c => c.Reason != outcome.Reason).ThenByDescending(c => c.Code).First().Code;

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
