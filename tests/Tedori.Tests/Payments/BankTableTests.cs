using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Payments;

namespace Tedori.Tests.Payments;

/// <summary>The table of banks and branches that staff give. The banks in it are made up.</summary>
public sealed class BankTableTests
{
    private const string Header = "金融機関コード,金融機関名,金融機関名カナ,店番,店名,店名カナ\n";
    private const string Rows = "0001,例示銀行,ﾚｲｼﾞ,001,本店,ﾎﾝﾃﾝ\n0001,例示銀行,ﾚｲｼﾞ,002,渋谷支店,ｼﾌﾞﾔ\n9999,見本信用金庫,ﾐﾎﾝｼﾝｷﾝ,001,本店,ﾎﾝﾃﾝ\n";

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 140231).WithMaxTest(500);
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
    private static readonly BankTable Table = Read(Header + Rows).Table!;

    [Fact]
    public void Find_ByCodes_IsTheBranchWithItsNames()
    {
        Assert.Equal(new BankOffice("0001", "例示銀行", "ﾚｲｼﾞ", "002", "渋谷支店", "ｼﾌﾞﾔ"), Table.Find("0001", "002"));
        Assert.Null(Table.Find("0001", "003"));
        Assert.Equal(("見本信用金庫", null, 2), (Table.BankName("9999"), Table.BankName("0002"), Table.Banks));
        Assert.Equal(new("0001", "ﾚｲｼﾞ", "002", "ｼﾌﾞﾔ"), Table.Find("0001", "002")!.Printed);
        var longer = new BankOffice("0001", "", "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾ ｿ", "001", "", "ﾎﾝﾃﾝ").Printed;
        Assert.Equal("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾ", longer.BankName);
    }

    [Fact]
    public void Read_InAnyCodingOrderAndWriting_IsTheSameBytes()
    {
        byte[][] files =
        [
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes((Header + Rows).ReplaceLineEndings("\r\n"))],
            ShiftJis.GetBytes(Header + Rows),
            [.. ShiftJis.GetBytes((Header + Rows).ReplaceLineEndings("\r\n")), 0x1A],
            Encoding.UTF8.GetBytes(Header + string.Join('\n', Rows.Split('\n').Reverse())),
            Encoding.UTF8.GetBytes(
                "支店名カナ,銀行コード,\"銀行名\",支店コード, 支店名 ,銀行名 カナ,備考\n\nほんてん,9999,見本信用金庫,1,\"本店\",ミホンシンキン,x\n,,,,,,\n"
                + "シブヤ,1,例示銀行,2,渋谷支店,れいじ\n本店は１,1,例示銀行,1,本店,レイジ".Replace("本店は１", "ﾎﾝﾃﾝ", StringComparison.Ordinal)),
        ];
        Assert.All(files, f => Assert.Equal((Table.Digest, 0), (BankTable.Read(f).Table?.Digest, BankTable.Read(f).Faults.Count)));
        Assert.Equal(Header + Rows, Encoding.UTF8.GetString(Table.ToBytes()));
    }

    [Fact]
    public void Read_WithFaults_NamesAllOfThemWithTheirLines()
    {
        var read = Read(Header + Rows
            + "1x,例示銀行,ﾚｲｼﾞ,004,支店,ｼﾃﾝ\n0001,例示銀行,ﾚｲｼﾞ,002,渋谷,ｼﾌﾞﾔ\n0001,別名銀行,ﾚｲｼﾞ,005,,漢字\n");
        Assert.Null(read.Table);
        Assert.Equal(
            [
                "5行目: 「金融機関コード」が4桁の数字ではありません。",
                "6行目: 金融機関コード0001の店番002が3行目にもあります。",
                "7行目: 「店名」を60文字以内の1行で入れてください。",
                "7行目: 「店名カナ」が、銀行の使うカナ、英字、数字で60文字以内になっていません。",
            ],
            read.Faults.Shown.Select(f => f.Sentence));
        Assert.Equal("3行目: 金融機関コード0001の名前が2行目と違います。", Read(
            Header + "0001,例示銀行,ﾚｲｼﾞ,001,本店,ﾎﾝﾃﾝ\n0001,別名銀行,ﾚｲｼﾞ,005,支店,ｼﾃﾝ").Faults.Shown.Single().Sentence);
    }

    [Fact]
    public void Read_WithManyFaults_ShowsTwentyAndCountsTheOthers()
    {
        var faults = Read(Header + string.Concat(Enumerable.Repeat("x,例示銀行,ﾚｲｼﾞ,001,本店,ﾎﾝﾃﾝ\n", 50))).Faults;
        Assert.Equal((20, 50, "ほかに30件の誤りがあります。"), (faults.Shown.Count, faults.Count, faults.More));
    }

    [Theory]
    [InlineData("", "fileEmpty")]
    [InlineData("\n\n,,\n", "fileEmpty")]
    [InlineData(Header, "fileEmpty")]
    [InlineData("金融機関コード,金融機関名\n", "columnMissing")]
    [InlineData("銀行コード,銀行番号,金融機関名,金融機関名カナ,店番,店名,店名カナ\n", "columnDoubled")]
    [InlineData("\"金融機関コード\n", "csvQuote")]
    public void Read_WhatIsNoTable_SaysWhy(string content, string code) => Assert.Equal(code, Read(content).Faults.Shown[0].Code);

    [Fact]
    public void Read_WhatIsTooMuchOrNoText_SaysWhy()
    {
        string Code(byte[] content) => BankTable.Read(content).Faults.Shown[0].Code;
        Assert.Equal("fileSize", Code(new byte[16_000_001]));
        Assert.Equal("fileCoding", Code([0xFF, 0xFE, 0x31, 0x00]));
        Assert.Equal("fileRows", Code(Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat("1\n", BankTable.MostBranches + 1)))));
        Assert.Equal("csvCell", Code(Encoding.UTF8.GetBytes(new string('あ', 201))));
    }

    [Fact]
    public void Read_AsManyBranchesAsThereMayBe_IsTheTable() => Assert.Equal(
        BankTable.MostBranches,
        Read(Header + string.Concat(Enumerable.Range(0, BankTable.MostBranches).Select(
            i => $"{i / 1000:0000},例示銀行,ﾚｲｼﾞ,{i % 1000:000},本店,ﾎﾝﾃﾝ\n"))).Table!.Offices.Count);

    [Fact]
    public void ToBytes_ReadAgain_IsTheSameTable() => Check.One(Fixed, Prop.ForAll(
        (from codes in Gen.Choose(0, 9_999_999).NonEmptyListOf()
         from name in Gen.Elements("本店", "あ,い", "\"", "a\"\"b,", "𠮷野", "髙 島").NonEmptyListOf()
         select (codes, name)).ToArbitrary(),
        x =>
        {
            var table = new BankTable(x.codes.Distinct().Select(
                (c, i) => new BankOffice($"{c / 1000:0000}", "例示銀行", "ﾚｲｼﾞ", $"{c % 1000:000}", x.name[i % x.name.Count], "ﾎﾝﾃﾝ")));
            var read = BankTable.Read(table.ToBytes()).Table!;
            return read.Offices.SequenceEqual(table.Offices) && read.Digest == table.Digest
                && read.ToBytes().AsSpan().SequenceEqual(table.ToBytes());
        }));

    [Fact]
    public void Read_AnyBytes_IsATableOrSaysWhatIsWrong() => Check.One(Fixed, Prop.ForAll(
        Gen.OneOf(
            Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(),
            Gen.Elements("0001", "例示", "ﾚｲｼﾞ", ",", "\"", "\n", "\r", " ", "123").ArrayOf()
                .Select(parts => Encoding.UTF8.GetBytes(Header + string.Concat(parts)))).ToArbitrary(),
        bytes => BankTable.Read(bytes) is var read && (read.Table is null) == (read.Faults.Count > 0)));

    private static BankTableReading Read(string content) => BankTable.Read(Encoding.UTF8.GetBytes(content));
}
