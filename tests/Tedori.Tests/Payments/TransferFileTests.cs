using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Payments;
using static Tedori.Tests.Payments.Sent;

namespace Tedori.Tests.Payments;

/// <summary>The file by which the bank is told to transfer.</summary>
public sealed class TransferFileTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 140231).WithMaxTest(200);

    [Fact]
    public void Layout_EachRecord_Has120Bytes() => Assert.All(
        [TransferLayout.Header, TransferLayout.Data, TransferLayout.ResultData, TransferLayout.Trailer, TransferLayout.End],
        r => Assert.Equal(TransferLayout.RecordLength, r.Fields.Sum(f => f.Length)));

    [Fact]
    public void Write_ABatch_IsRecordForRecordWhatTheBankReads()
    {
        var records = Encoding.Latin1.GetString(TransferFile.Write(Batch, lineEnds: true)).Split("\r\n");
        Assert.Equal([120, 120, 120, 120, 120, 0], records.Select(r => r.Length));
        Assert.StartsWith("1210" + "1234567890", records[0], StringComparison.Ordinal);
        Assert.Equal("0831" + "0001", records[0][54..62]);
        Assert.Equal("123", records[0][77..80]);
        Assert.Equal("1" + "7654321" + new string(' ', 17), records[0][95..]);
        Assert.Equal("20001", records[1][..5]);
        Assert.Equal("123", records[1][20..23]);
        Assert.Equal("0000" + "1" + "1234567", records[1][38..50]);
        Assert.Equal("0001230000" + "0" + "2507000123" + "0000000001" + "7" + new string(' ', 8), records[1][80..]);
        Assert.Equal("8000002000001430000" + new string(' ', 101), records[3]);
        Assert.Equal("9" + new string(' ', 119), records[4]);
        Assert.Equal([0xB6, (byte)')', 0xD0, 0xCE, 0xDD], TransferFile.Write(Batch, lineEnds: false).AsSpan(120 + 50, 5).ToArray());
    }

    [Fact]
    public void Write_AnyBatch_IsReadBackAsTheSameAndTheSameBytesAgain() => Check.One(Fixed, Prop.ForAll(
        (from batch in Batches from lineEnds in Gen.Elements(true, false) select (batch, lineEnds)).ToArbitrary(),
        x =>
        {
            var file = TransferFile.Write(x.batch, x.lineEnds);
            var read = TransferFile.Read(file, 2026).Batch!;
            return file.AsSpan().SequenceEqual(TransferFile.Write(read, x.lineEnds))
                && read.Yen == x.batch.Yen && read.Date == x.batch.Date && read.Client == x.batch.Client
                && read.Transfers.SequenceEqual(x.batch.Transfers);
        }));

    [Fact]
    public void Write_AnyBatch_IsRecordsOf120BytesWhoseTrailerIsTheirCountAndSum() => Check.One(Fixed, Prop.ForAll(
        Batches.ToArbitrary(),
        batch =>
        {
            var records = Encoding.Latin1.GetString(TransferFile.Write(batch, lineEnds: false)).Chunk(120).Select(r => new string(r)).ToList();
            var payments = records.Where(r => r[0] == '2').ToList();
            return records.All(r => r.Length == 120)
                && payments.Count == batch.Transfers.Count && records.Count == payments.Count + 3
                && int.Parse(records[^2][1..7], null) == payments.Count
                && long.Parse(records[^2][7..19], null) == payments.Sum(p => long.Parse(p[80..90], null));
        }));

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\x1A")]
    [InlineData("", "\x1A")]
    public void Read_WithOtherEnds_IsTheSame(string lineEnd, string end)
    {
        var records = Encoding.Latin1.GetString(TransferFile.Write(Batch, lineEnds: false)).Chunk(120).Select(r => new string(r));
        var read = TransferFile.Read(Encoding.Latin1.GetBytes(string.Join(lineEnd, records) + end), 2026);
        Assert.Equal(Batch.Transfers, read.Batch?.Transfers);
    }

    [Fact]
    public void Read_AFileWithOneByteChanged_IsNeverTakenForTheSame() => Check.One(Fixed.WithMaxTest(2_000), Prop.ForAll(
        (from at in Gen.Choose(0, (5 * 120) - 1) from value in Gen.Choose(0, 255) select (at, value)).ToArbitrary(),
        x =>
        {
            var file = TransferFile.Write(Batch, lineEnds: false);
            if (file[x.at] == x.value)
                return true;
            file[x.at] = (byte)x.value;
            var read = TransferFile.Read(file, 2026).Batch;
            // What a bank leaves open may differ; the money, to whom and when may not.
            return read is null || !read.Transfers.SequenceEqual(Batch.Transfers) || read.Client != Client || read.Date != Batch.Date
                || IsOpen(x.at);
        }));

    [Fact]
    public void Read_AnyBytes_SaysWhatIsWrong() => Check.One(Fixed.WithMaxTest(2_000), Prop.ForAll(
        Garbage.ToArbitrary(), bytes => TransferFile.Read(bytes, 2026) is var read && (read.Batch is null) == (read.Faults.Count > 0)));

    [Theory]
    [InlineData("", "transferLength")]
    [InlineData("1", "transferLength")]
    [InlineData("1111", "transferLength")]
    public void Read_WhatIsNoFile_SaysSo(string content, string code) =>
        Assert.Equal(code, TransferFile.Read(Encoding.ASCII.GetBytes(content), 2026).Faults.Shown[0].Code);

    [Theory]
    [InlineData(3, 18, '1', "transferSum", "4行目: トレーラの2件、1,430,001円が、明細の2件、1,430,000円と一致しません。")]
    [InlineData(1, 4, 'x', "transferRecord", "2行目: 「被仕向銀行番号」を読めません(2バイト目から4バイト)。")]
    [InlineData(0, 1, '9', "transferRecord", "1行目: 「種別コード」を読めません(2バイト目から2バイト)。")]
    [InlineData(0, 55, '0', "transferDate", "1行目: 振込指定日が日付ではありません。")]
    [InlineData(2, 0, '9', "transferOrder", "レコードの順序が、ヘッダ、明細、トレーラ、エンドになっていません。")]
    [InlineData(2, 100, '3', "transferDoubled", "3行目: 顧客コード2507000123が1件目にもあります。")]
    public void Read_WhatDoesNotFit_IsNamedWithItsRecord(int record, int at, char value, string code, string sentence)
    {
        var file = TransferFile.Write(Batch, lineEnds: false);
        file[(record * 120) + at] = (byte)value;
        if (code == "transferDate")
            file[56] = file[57] = (byte)'0';
        var fault = TransferFile.Read(file, 2026).Faults.Shown[0];
        Assert.Equal((code, sentence), (fault.Code, fault.Sentence));
    }

    private static Gen<byte[]> Garbage =>
        from start in Gen.Elements("", "1210", "121")
        from bytes in Gen.OneOf(
            Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(),
            Gen.Elements("0123456789 \r\n"u8.ToArray()).ArrayOf(120 * 5),
            from at in Gen.Choose(0, (5 * 122) - 1).ArrayOf(5)
            from value in Gen.Elements("0123456789 \r\nｱ"u8.ToArray())
            select Spoilt(at, value))
        select (byte[])[.. Encoding.ASCII.GetBytes(start), .. bytes.Skip(start.Length)];

    private static byte[] Spoilt(int[] places, byte value)
    {
        var file = TransferFile.Write(Batch, lineEnds: true);
        foreach (var at in places)
            file[at] = value;
        return file;
    }

    // Fields of which the batch says nothing.
    private static bool IsOpen(int at) => (at / 120, at % 120) switch
    {
        (0, >= 103) => true,
        (1 or 2, (>= 38 and <= 41) or 90 or >= 111) => true,
        (3, >= 19) => true,
        (4, _) => true,
        _ => false,
    };
}
