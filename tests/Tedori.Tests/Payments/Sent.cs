using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Payments;

/// <summary>A list of payments, and any such lists.</summary>
internal static class Sent
{
    public static readonly BankBranch Branch = new("0001", "ﾐﾎﾝ", "123", "ﾎﾝﾃﾝ");

    public static readonly TransferClient Client =
        new("1234567890", "ｺｳｴｷｻﾞｲﾀﾞﾝﾎｳｼﾞﾝﾄｳｷﾖｳｼｺﾞﾄｻﾞｲﾀﾞﾝ", Branch, AccountKind.Ordinary, "7654321");

    public static readonly Transfer One = new(Branch, AccountKind.Ordinary, "1234567", "ｶ)ﾐﾎﾝ", 1_230_000, "2507000123", 1);

    public static readonly Transfer Two = One with { Yen = 200_000, Customer = "2507000124", Attempt = 2, Account = "0000042" };

    public static readonly TransferBatch Batch = new(Client, Tokyo.Day("2026-08-31"), [One, Two]);

    public static readonly Gen<TransferBatch> Batches =
        from transfers in Transfers().NonEmptyListOf()
        select Batch with
        {
            Transfers = [.. transfers.Select((t, i) => t with { Customer = new CustomerCode(2025, 7, i + 1).ToString() })],
        };

    private static Gen<Transfer> Transfers() =>
        from bank in Gen.Choose(0, 9999)
        from branch in Gen.Choose(0, 999)
        from kind in Gen.Elements(Enum.GetValues<AccountKind>())
        from account in Gen.Choose(0, 9_999_999)
        from yen in Gen.Choose(1, 230_000_000)
        from name in Gen.Elements([.. BankKana.Allowed]).NonEmptyListOf()
        from attempt in Gen.Choose(1, 99)
        select new Transfer(
            new($"{bank:0000}", "ﾐﾎﾝ", $"{branch:000}", "ﾎﾝﾃﾝ"), kind, $"{account:0000000}", Cut(name), yen, "", attempt);

    private static string Cut(List<char> name) => string.Concat(name.Take(30)).Trim(' ') is { Length: > 0 } some ? some : "ｱ";
}
