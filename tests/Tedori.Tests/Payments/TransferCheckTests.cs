using Tedori.Programme.Editions;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;
using static Tedori.Tests.Payments.Sent;

namespace Tedori.Tests.Payments;

/// <summary>What of a list does not fit into a file is said before, and never written.</summary>
public sealed class TransferCheckTests
{
    private static readonly BankDays Days = new(EditionReader.R7().BankCalendar);

    public static TheoryData<string, int?> Faults => new()
    {
        { "transferAmount", 1 }, { "customerCode", 1 }, { "customerAttempt", 1 }, { "transferHolder", 1 }, { "transferAccount", 1 },
        { "transferDoubled", 2 }, { "transferCount", null }, { "transferTotal", null }, { "clientCode", null }, { "clientName", null },
        { "clientAccount", null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Faults_OfWhatDoesNotFit_AreNamedAndNoFileIsMade(string code, int? line)
    {
        var batch = Of(code);
        var fault = Assert.Single(batch.Faults(Days, Tokyo.Day("2026-08-01")).Shown, f => f.Code == code);
        Assert.Equal(line, fault.Line);
        Assert.Throws<ArgumentException>(() => TransferFile.Write(batch, lineEnds: false));
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(10_000_000_000L)]
    [InlineData(long.MaxValue)]
    public void Write_AnAmountThatIsNone_IsRefused(long yen) => Assert.Throws<ArgumentException>(
        () => TransferFile.Write(Batch with { Transfers = [One with { Yen = yen }, Two with { Yen = yen }] }, lineEnds: false));

    [Theory]
    [InlineData(1L)]
    [InlineData(9_999_999_999L)]
    public void Write_TheLeastAndTheMost_IsTaken(long yen) => Assert.Equal(
        yen, TransferFile.Read(TransferFile.Write(Batch with { Transfers = [One with { Yen = yen }] }, lineEnds: false), 2026).Batch!.Yen);

    [Fact]
    public void Faults_OfTheDay_AreThoseOfTheBanks()
    {
        Assert.Equal(0, Batch.Faults(Days, Tokyo.Day("2026-08-31")).Count);
        Assert.Equal("transferPast", Batch.Faults(Days, Tokyo.Day("2026-09-01")).Shown.Single().Code);
        Assert.Equal("transferClosed", (Batch with { Date = Tokyo.Day("2026-08-30") }).Faults(Days, Tokyo.Day("2026-08-01")).Shown.Single().Code);
    }

    [Fact]
    public void Into_AnAccountOfAnotherBranch_Throws()
    {
        var account = new BankAccount("0001", "123", AccountKind.Ordinary, "1234567", "ｶ)ﾐﾎﾝ");
        Assert.Equal(One, Transfer.Into(account, Branch, 1_230_000, new(2025, 7, 123), 1));
        Assert.Throws<ArgumentException>(() => Transfer.Into(account with { Branch = "124" }, Branch, 1, new(2025, 7, 123), 1));
    }

    private static TransferBatch Of(string code) => code switch
    {
        "transferAmount" => With(One with { Yen = 0 }),
        "customerCode" => With(One with { Customer = "250700012" }),
        "customerAttempt" => With(One with { Attempt = 0 }),
        "transferHolder" => With(One with { Holder = "ｶ)ﾐﾎﾝｦ" }),
        "transferAccount" => With(One with { Account = "123456" }),
        "transferDoubled" => With(One, One with { Attempt = 2 }),
        "transferCount" => With(),
        "transferTotal" => With(
            [.. Enumerable.Range(1, 101).Select(i => One with { Customer = new CustomerCode(2025, 7, i).ToString(), Yen = TransferFile.MostYen })]),
        "clientCode" => Batch with { Client = Client with { Code = "1" } },
        "clientName" => Batch with { Client = Client with { Name = "" } },
        "clientAccount" => Batch with { Client = Client with { Branch = Branch with { Number = "12" } } },
        _ => throw new ArgumentException(code, nameof(code)),
    };

    private static TransferBatch With(params Transfer[] transfers) => Batch with { Transfers = transfers };
}
