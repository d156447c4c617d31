using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Payments;

/// <summary>The file by which the bank is told to transfer.</summary>
public sealed class TransferFileTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 140231).WithMaxTest(200);
    private static readonly BankBranch Branch = new("0001", "ﾐﾎﾝ", "123", "ﾎﾝﾃﾝ");
    private static readonly TransferClient Client = new("1234567890", "ｺｳｴｷｻﾞｲﾀﾞﾝﾎｳｼﾞﾝﾄｳｷﾖｳｼｺﾞﾄｻﾞｲﾀﾞﾝ", Branch, AccountKind.Ordinary, "7654321");
    private static readonly Transfer One = new(Branch, AccountKind.Ordinary, "1234567", "ｶ)ﾐﾎﾝ", 1_230_000, "2507000123", 1);
    private static readonly TransferBatch Batch = new(Client, Tokyo.Day("2026-08-31"), [One, One with { Yen = 200_000, Customer = "2507000124" }]);

    private static readonly Gen<Transfer> Transfers =
        from bank in Gen.Choose(0, 9999)
        from branch in Gen.Choose(0, 999)
        from kind in Gen.Elements(Enum.GetValues<AccountKind>())
        from account in Gen.Choose(0, 9_999_999)
        from yen in Gen.Choose(1, 230_000_000)
        from name in Gen.Elements([.. BankKana.Allowed]).NonEmptyListOf()
        from attempt in Gen.Choose(1, 99)
        select new Transfer(
            new($"{bank:0000}", "ﾐﾎﾝ", $"{branch:000}", "ﾎﾝﾃﾝ"), kind, $"{account:0000000}", Cut(name), yen, $"{account:0000000000}", attempt);

    [Fact]
    public void Layout_EachRecord_Has120Bytes() => Assert.All(
        [TransferLayout.Header, TransferLayout.Data, TransferLayout.Trailer, TransferLayout.End],
        r => Assert.Equal(TransferLayout.RecordLength, r.Fields.Sum(f => f.Length)));

    [Fact]
    public void Write_ABatch_IsRecordForRecordWhatTheBankReads()
    {
        var records = Encoding.Latin1.GetString(TransferFile.Write(Batch, lineEnds: true)).Split("\r\n");
        Assert.Equal([120, 120, 120, 120, 120, 0], records.Select(r => r.Length));
        Assert.StartsWith("1210" + "1234567890", records[0], StringComparison.Ordinal);
        Assert.Equal("0831", records[0][54..58]);
        Assert.Equal("20001", records[1][..5]);
        Assert.Equal("0001230000", records[1][80..90]);
        Assert.Equal("2507000123", records[1][91..101]);
        Assert.Equal("8000002000001430000", records[3][..19]);
        Assert.Equal('9', records[4][0]);
        Assert.Equal([0xB6, (byte)')', 0xD0, 0xCE, 0xDD], TransferFile.Write(Batch, lineEnds: false).AsSpan(120 + 50, 5).ToArray());
    }

    [Fact]
    public void Write_AnyBatch_IsReadBackAsTheSameAndTheSameBytesAgain() => Check.One(Fixed, Prop.ForAll(
        (from transfers in Transfers.NonEmptyListOf() from lineEnds in Gen.Elements(true, false) select (transfers, lineEnds)).ToArbitrary(),
        x =>
        {
            var batch = Batch with { Transfers = [.. x.transfers] };
            var file = TransferFile.Write(batch, x.lineEnds);
            var (read, refusal) = TransferFile.Read(file, 2026);
            return refusal is null && file.AsSpan().SequenceEqual(TransferFile.Write(read!, x.lineEnds))
                && read!.Yen == batch.Yen && read.Date == batch.Date && read.Transfers.SequenceEqual(batch.Transfers)
                && file.Length == (x.lineEnds ? 122 : 120) * (batch.Transfers.Count + 3);
        }));

    [Fact]
    public void Read_AFileWithOneByteChanged_IsNeverTakenForTheSame() => Check.One(Fixed, Prop.ForAll(
        (from at in Gen.Choose(0, (5 * 120) - 1) from value in Gen.Choose(0, 255) select (at, value)).ToArbitrary(),
        x =>
        {
            var file = TransferFile.Write(Batch, lineEnds: false);
            if (file[x.at] == x.value)
                return true;
            file[x.at] = (byte)x.value;
            var (read, refusal) = TransferFile.Read(file, 2026);
            // What a bank leaves open may differ; the money, to whom and when may not.
            return refusal is not null || !read!.Transfers.SequenceEqual(Batch.Transfers) || read.Client != Client || read.Date != Batch.Date
                || Open(x.at);
        }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_000_000)]
    public void Write_AnAmountThatIsNone_IsRefused(long yen) =>
        Assert.Throws<ArgumentException>(() => TransferFile.Write(Batch with { Transfers = [One with { Yen = yen }] }, lineEnds: false));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    public void Read_WhatIsNoFile_SaysSo(string content) =>
        Assert.Equal("transferLength", TransferFile.Read(Encoding.ASCII.GetBytes(content), 2026).Refusal?.Code);

    [Fact]
    public void Read_ATrailerThatDoesNotAddUp_IsRefusedWithBothSums()
    {
        var file = TransferFile.Write(Batch, lineEnds: false);
        file[(3 * 120) + 18] = (byte)'1';
        Assert.Contains("1,430,001円が、明細の2件、1,430,000円", TransferFile.Read(file, 2026).Refusal?.Text, StringComparison.Ordinal);
    }

    private static string Cut(List<char> name) => string.Concat(name.Take(30)).Trim(' ') is { Length: > 0 } some ? some : "ｱ";

    // Fields of which the batch says nothing.
    private static bool Open(int at) => (at / 120, at % 120) switch
    {
        (0, var place) => place is >= 1 and <= 3 or >= 103,
        (1 or 2, var place) => place is >= 38 and <= 41 or 90 or >= 111,
        (3, var place) => place >= 19,
        (4, _) => true,
        _ => false,
    };
}
