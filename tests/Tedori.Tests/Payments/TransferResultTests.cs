using System.Text;
using NodaTime;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;
using static Tedori.Tests.Payments.Sent;

namespace Tedori.Tests.Payments;

/// <summary>What the bank answers: taken as a whole, or not at all.</summary>
public sealed class TransferResultTests
{
    private static readonly LocalDate Today = Tokyo.Day("2026-09-02");
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    private static readonly TransferOutcome Paid = new("2507000123", 1, 1_230_000, TransferEnd.Paid, null, Batch.Date);
    private static readonly TransferOutcome Failed = new("2507000124", 2, 200_000, TransferEnd.Failed, "口座名義相違", Batch.Date);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Against_TheRecordsOfTheList_AreItsOutcomes(bool lineEnds)
    {
        var file = TransferResultFile.Write(Batch, [Failed, Paid], lineEnds);
        Assert.Equal('2', (char)file[((lineEnds ? 122 : 120) * 1) + 113]);
        var check = Checked(file);
        Assert.True(check.IsTaken);
        Assert.Equal([Paid, Failed], check.Outcomes);
    }

    [Fact]
    public void Against_ACsvOfTheList_AreItsOutcomesHoweverItIsWritten()
    {
        string[] files =
        [
            "顧客コード,結果,理由,日付\n2507000123,振込済,,2026/8/31\n2507000124,組戻し,受取人の都合,令和8年9月2日\n",
            "日付,\"顧客コード1\",振込 結果,事由,金額,口座番号,回数\r\n20260831,２５０７０００１２３,0,,\"1,230,000\",1234567,1\r\n"
                + "2026-09-02,2507000124,組戻,\"受取人の都合\",200000円,42,2\r\n\r\n",
            "顧客番号,結果,理由,日付\n25070001230000000001,OK,正常,\n25070001240000000002,組み戻し,受取人の都合,2026年9月2日",
        ];
        TransferOutcome[] outcomes =
            [Paid, Failed with { End = TransferEnd.Returned, Reason = "受取人の都合", Date = Today }];
        foreach (var text in files)
        {
            Assert.Equal(outcomes, Checked(Encoding.UTF8.GetBytes(text)).Outcomes);
            Assert.Equal(outcomes, Checked([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]).Outcomes);
            Assert.Equal(outcomes, Checked(ShiftJis.GetBytes(text)).Outcomes);
        }
    }

    [Fact]
    public void Against_WhatDoesNotAddUp_NamesEverythingAndYieldsNothing()
    {
        var check = Checked(
            """
            顧客コード,顧客コード2,結果,理由,日付,金額,金融機関コード,口座番号
            2507000123,1,振込済,,2026/8/31,1230001,2,1234568
            2507000123,1,振込済,,2026/8/31,1230000,1,1234567
            2507000124,1,振込済,,2026/8/31,,,
            2507000999,,振込済,,2026/8/31,,,
            2507000888,1,不能,口座解約,2026/8/31,,,
            """);
        Assert.False(check.IsTaken);
        Assert.Empty(check.Outcomes);
        Assert.Equal(
            [
                "1件の結果がありません: 2507000124。",
                "2行目: 顧客コード2507000123の金額が1,230,001円で、リストの1,230,000円と違います。",
                "2行目: 顧客コード2507000123の口座(金融機関コード、口座番号)がリストと違います。",
                "3行目: 顧客コード2507000123の結果が2行目にもあります。",
                "4行目: 顧客コード2507000124(1回目)の振込はこのリストにありません。このリストにあるのは2回目です。",
                "5行目: 顧客コード2507000999の振込はこのリストにありません。",
                "6行目: 顧客コード2507000888(1回目)は、このリストではなく第3号の振込です。",
            ],
            check.Faults.Shown.Select(f => f.Sentence));
    }

    [Theory]
    [InlineData("2026/8/30", "2行目: 顧客コード2507000123の日付が振込指定日(令和8年8月31日(月))より前です。")]
    [InlineData("2026/9/3", "2行目: 顧客コード2507000123の日付が今日(令和8年9月2日(水))より後です。")]
    public void Against_ADayThatCannotBe_IsNamed(string date, string sentence) => Assert.Contains(
        sentence, Checked($"顧客コード,結果,理由,日付\n2507000123,済,,{date}\n2507000124,済,,").Faults.Shown.Select(f => f.Sentence));

    [Fact]
    public void Against_BeforeTheDayOfTheList_IsRefused() => Assert.Equal(
        "resultEarly",
        TransferResult.Read(TransferResultFile.Write(Batch, [Paid, Failed], lineEnds: false)).Result!
            .Against(Batch, Batch.Date.PlusDays(-1)).Faults.Shown.Single().Code);

    [Fact]
    public void Against_AnotherListsRecords_NamesHeaderAndItems()
    {
        var other = Batch with
        {
            Client = Client with { Code = "0000000001", Account = "7654322" },
            Date = Tokyo.Day("2026-08-28"),
            Transfers = [One with { Customer = "2507000888", Account = "7777777" }],
        };
        var check = Checked(TransferResultFile.Write(
            other, [Paid with { Customer = "2507000888" }], lineEnds: true));
        Assert.Equal(
            ["resultMissing", "resultClient", "resultDay", "resultPayer", "resultOtherList"], check.Faults.Shown.Select(f => f.Code));
        Assert.DoesNotContain(check.Faults.Shown, f => f.Text.Contains("7777777", StringComparison.Ordinal));
        Assert.Empty(check.Outcomes);
    }

    [Fact]
    public void Against_AnotherAmountOrAccountInTheRecords_IsNamed()
    {
        var changed = Batch with { Transfers = [One, Two with { Kind = AccountKind.Current, Branch = Branch with { Number = "124" } }] };
        Assert.Equal(
            [
                "3行目: 顧客コード2507000124の金額が200,001円で、リストの200,000円と違います。",
                "3行目: 顧客コード2507000124の口座(店番、預金種目)がリストと違います。",
            ],
            Checked(TransferResultFile.Write(changed, [Paid, Failed with { Yen = 200_001 }], lineEnds: false)).Faults.Shown
                .Select(f => f.Sentence));
    }

    [Fact]
    public void Against_ManyMissing_NamesTheFirst()
    {
        var long25 = Batch with
        {
            Transfers = [.. Enumerable.Range(1, 25).Select(i => One with { Customer = new CustomerCode(2025, 7, i).ToString() })],
        };
        var fault = TransferResult.Read("顧客コード,結果,理由,日付\n2507000001,済,,"u8).Result!.Against(long25, Today).Faults.Shown.Single();
        Assert.StartsWith("24件の結果がありません: 2507000002、2507000003、", fault.Text, StringComparison.Ordinal);
        Assert.EndsWith("2507000021、ほか。", fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(' ', "2行目: 顧客コード2507000123の処理結果が空です。")]
    [InlineData('6', "2行目: 顧客コード2507000123の処理結果「6」は、登録された結果コードにありません。")]
    public void Read_ACodeThatIsNone_IsNamed(char code, string sentence)
    {
        var file = TransferResultFile.Write(Batch, [Paid, Failed], lineEnds: false);
        file[120 + 113] = (byte)code;
        var read = TransferResult.Read(file);
        Assert.Null(read.Result);
        Assert.Equal(sentence, read.Faults.Shown.Single().Sentence);
    }

    [Fact]
    public void Read_RecordsWhoseSumIsWrong_IsRefused()
    {
        var file = TransferResultFile.Write(Batch, [Paid, Failed], lineEnds: false);
        file[(3 * 120) + 6] = (byte)'3';
        Assert.Equal("transferSum", TransferResult.Read(file).Faults.Shown.Single().Code);
    }

    [Fact]
    public void Read_ACsvWithFaults_NamesAllOfThem() => Assert.Equal(
        [
            "2行目: 「顧客コード」が10桁の数字ではありません。表計算ソフトで開いた場合は、文字列として保存してください。",
            "2行目: 「結果」が、振込済、不能、組戻しのどれでもありません。",
            "3行目: 不能か組戻しの理由がありません。",
            "3行目: 「日付」が日付ではありません。",
            "3行目: 「金額」が金額ではありません。",
        ],
        TransferResult.Read(Encoding.UTF8.GetBytes(
            "顧客コード,結果,理由,日付,金額\n2.507E+09,たぶん,,,\n2507000123,不能,,8月31日,百円\n")).Faults.Shown.Select(f => f.Sentence));

    [Theory]
    [InlineData("", "fileEmpty")]
    [InlineData("結果,日付\n済,\n", "columnMissing")]
    [InlineData("顧客コード,結果,理由,日付\n", "fileEmpty")]
    public void Read_WhatIsNoResult_SaysWhy(string content, string code) =>
        Assert.Equal(code, TransferResult.Read(Encoding.UTF8.GetBytes(content)).Faults.Shown[0].Code);

    [Fact]
    public void ResultCodes_EachByteOnce_HaveAReasonUnlessPaid()
    {
        Assert.Equal(TransferLayout.ResultCodes.Count, TransferLayout.ResultCodes.Select(c => c.Code).Distinct().Count());
        Assert.All(TransferLayout.ResultCodes, c => Assert.Equal(c.End == TransferEnd.Paid, c.Reason is null));
        Assert.All(Enum.GetValues<TransferEnd>(), end => Assert.Contains(TransferLayout.ResultCodes, c => c.End == end));
    }

    private static TransferResultCheck Checked(string csv) => Checked(Encoding.UTF8.GetBytes(csv));

    private static TransferResultCheck Checked(byte[] file)
    {
        var read = TransferResult.Read(file);
        Assert.Equal([], read.Faults.Shown);
        return read.Result!.Against(Batch, Today, (customer, _) => customer == "2507000888" ? "第3号" : null);
    }
}
