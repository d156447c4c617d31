using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Payments;

namespace Tedori.Tests.Payments;

/// <summary>Laws of results, for any list and any answer. The seed is fixed, so a failure comes again.</summary>
public sealed class TransferResultLaws
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 140231).WithMaxTest(300);

    private static readonly Gen<(TransferBatch Batch, IReadOnlyList<TransferOutcome> Outcomes)> Answered =
        from batch in Sent.Batches
        from codes in Gen.Elements([.. TransferLayout.ResultCodes]).ListOf(batch.Transfers.Count)
        from days in Gen.Choose(0, 9).ListOf(batch.Transfers.Count)
        select (batch, (IReadOnlyList<TransferOutcome>)
            [.. batch.Transfers.Select((t, i) => new TransferOutcome(t.Customer, t.Attempt, t.Yen, codes[i].End, codes[i].Reason, batch.Date.PlusDays(days[i])))]);

    private static readonly Gen<string> Cells = Gen.Elements(
        "2507000123", "2507000124", "済", "不能", "組戻し", "理由", "2026/8/31", "9", ",", ",", ",", "\n", "\"", "\r\n", "x", "あ", "");

    [Fact]
    public void Against_WhatTheBankWrote_IsWhatItSaid() => Hold(Answered, x =>
    {
        var (batch, today) = (x.Batch, x.Batch.Date.PlusDays(9));
        var records = TransferResult.Read(TransferResultFile.Write(batch, x.Outcomes, lineEnds: true)).Result!.Against(batch, today);
        var csv = TransferResult.Read(TransferResultFile.WriteCsv(x.Outcomes)).Result!.Against(batch, today);
        // The records name no day of a payment.
        return records.Outcomes.SequenceEqual(x.Outcomes.Select(o => o with { Date = batch.Date }))
            && csv.Outcomes.SequenceEqual(x.Outcomes);
    });

    [Fact]
    public void Against_OneLessOneTwiceOrAnother_IsNeverTaken() => Hold(
        from x in Answered from at in Gen.Choose(0, 1_000) from way in Gen.Choose(0, 3) select (x.Batch, x.Outcomes, at, way),
        x =>
        {
            var at = x.at % x.Outcomes.Count;
            var one = x.Outcomes[at];
            List<TransferOutcome> said = x.way switch
            {
                0 => [.. x.Outcomes.Where(o => o != one)],
                1 => [.. x.Outcomes, one],
                2 => [.. x.Outcomes.Select(o => o == one ? o with { Yen = o.Yen + 1 } : o)],
                _ => [.. x.Outcomes.Select(o => o == one ? o with { Attempt = o.Attempt + 1 } : o)],
            };
            return Refused(TransferResultFile.WriteCsv(said), x.Batch)
                && (said.Count == 0 || Refused(TransferResultFile.Write(x.Batch, said, lineEnds: false), x.Batch));
        });

    [Fact]
    public void Read_AnyBytes_IsAResultOrSaysWhatIsWrong() => Hold(
        Gen.OneOf(
            Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(),
            Cells.ArrayOf().Select(c => Encoding.UTF8.GetBytes("顧客コード,結果,理由,日付\n" + string.Concat(c))),
            from at in Gen.Choose(0, (5 * 122) - 1).ArrayOf(4) from value in Gen.Choose(0, 255) select Spoilt(at, (byte)value)),
        bytes =>
        {
            var read = TransferResult.Read(bytes);
            var check = read.Result?.Against(Sent.Batch, Sent.Batch.Date);
            return (read.Result is null) == (read.Faults.Count > 0)
                && read.Faults.Shown.Count <= FileFaults.MostShown && read.Faults.Shown.All(f => f.Text.EndsWith('。'))
                && (check is null || check.IsTaken == (check.Outcomes.Count == Sent.Batch.Transfers.Count));
        });

    private static bool Refused(byte[] file, TransferBatch batch) =>
        TransferResult.Read(file).Result?.Against(batch, batch.Date.PlusDays(9)) is not { IsTaken: true };

    private static byte[] Spoilt(int[] places, byte value)
    {
        var outcomes = Sent.Batch.Transfers.Select(t => new TransferOutcome(t.Customer, t.Attempt, t.Yen, TransferEnd.Paid, null, Sent.Batch.Date));
        var file = TransferResultFile.Write(Sent.Batch, [.. outcomes], lineEnds: true);
        foreach (var at in places)
            file[at] = value;
        return file;
    }

    private static void Hold<T>(Gen<T> any, Func<T, bool> law) => Check.One(Fixed, Prop.ForAll(any.ToArbitrary(), law));
}
