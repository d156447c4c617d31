using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Payments;

namespace Tedori.Tests.Payments;

/// <summary>An account as a form takes it, and as those see it who may not read it.</summary>
public sealed class BankAccountTests
{
    private static readonly byte[] Key = SHA256.HashData("key"u8);
    private static readonly BankAccountForm Good = new("０００１", "１２３", "普通", "４５６７", "カブシキガイシャ　ミホン");

    private static readonly BankTable Banks = BankTable.Read(Encoding.UTF8.GetBytes(
        "金融機関コード,金融機関名,金融機関名カナ,店番,店名,店名カナ\n0001,例示銀行,ﾚｲｼﾞ,123,本店,ﾎﾝﾃﾝ\n")).Table!;

    [Fact]
    public void Read_EveryWidth_IsOneAccount()
    {
        var read = Good.Read(Banks);
        Assert.Equal(new("0001", "123", AccountKind.Ordinary, "0004567", "ｶ)ﾐﾎﾝ"), read.Account);
        Assert.Equal(read.Account, new BankAccountForm(" 0001 ", "123", "1", "000-4567", "ｶ)ﾐﾎﾝ").Read(null).Account);
        Assert.Equal(AccountKind.Current, (Good with { Kind = "当座預金" }).Read(null).Account!.Kind);
        Assert.Equal(AccountKind.Other, (Good with { Kind = "Other" }).Read(null).Account!.Kind);
    }

    [Theory]
    [InlineData("Bank", "", "金融機関コードを4桁の数字で入力してください。")]
    [InlineData("Bank", "1", "金融機関コードを4桁の数字で入力してください(今は1桁です)。")]
    [InlineData("Bank", "000A", "「A」(U+0041)は使えません。金融機関コードを4桁の数字で入力してください。")]
    [InlineData("Bank", "0002", "金融機関コード0002の金融機関がありません。通帳を見て確かめてください。")]
    [InlineData("Branch", "124", "例示銀行に店番124の店舗がありません。通帳を見て確かめてください。")]
    [InlineData("Branch", "12", "店番を3桁の数字で入力してください(今は2桁です)。")]
    [InlineData("Kind", "", "預金種目を、普通、当座、貯蓄、その他から選んでください。")]
    [InlineData("Kind", "3", "預金種目を、普通、当座、貯蓄、その他から選んでください。")]
    [InlineData("Number", "", "口座番号を7桁以内の数字で入力してください。")]
    [InlineData("Number", "0000000", "口座番号を7桁以内の数字で入力してください。")]
    [InlineData("Number", "12345678", "口座番号を7桁以内の数字で入力してください(今は8桁です)。")]
    [InlineData("Number", "12E4", "「E」(U+0045)は使えません。口座番号を7桁以内の数字で入力してください。")]
    [InlineData("Holder", "", "口座名義をカナで入力してください。")]
    public void Read_AFault_IsOneSentenceOfItsField(string field, string typed, string text)
    {
        var form = field switch
        {
            "Bank" => Good with { Bank = typed },
            "Branch" => Good with { Branch = typed },
            "Kind" => Good with { Kind = typed },
            "Number" => Good with { Number = typed },
            _ => Good with { Holder = typed },
        };
        var read = form.Read(Banks);
        Assert.Null(read.Account);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((field, text), (fault.Field.ToString(), fault.Refusal.Text));
    }

    [Fact]
    public void Read_ThePostBanksOwnNumbers_SaysWhichAreMeant() => Assert.Contains(
        "ゆうちょ銀行", (Good with { Bank = "9900", Number = "10120-12345671" }).Read(null).Faults.Single().Refusal.Text,
        StringComparison.Ordinal);

    [Fact]
    public void Read_EveryFieldWrong_NamesAllInOrder() => Assert.Equal(
        Enum.GetValues<BankAccountField>(), new BankAccountForm("", "", "", "", "").Read(Banks).Faults.Select(f => f.Field));

    [Fact]
    public void Text_OfAnAccount_IsMasked()
    {
        var account = Good.Read(null).Account!;
        Assert.Equal(("****567", "0001-123 普通 ****567"), (account.Masked, $"{account}"));
    }

    [Fact]
    public void Fingerprint_OfEqualAccounts_IsEqualUnderOneKeyWhoeverHoldsThem()
    {
        var account = Good.Read(null).Account!;
        var print = account.Fingerprint(Key);
        Assert.Equal(print, (account with { Holder = "ﾍﾞﾂﾒｲｷﾞ" }).Fingerprint(Key));
        Assert.Equal(6, new[]
        {
            print, account.Fingerprint(SHA256.HashData("other"u8)), (account with { Bank = "0002" }).Fingerprint(Key),
            (account with { Branch = "124" }).Fingerprint(Key), (account with { Kind = AccountKind.Current }).Fingerprint(Key),
            (account with { Number = "0004568" }).Fingerprint(Key),
        }.Distinct().Count());
        Assert.Throws<ArgumentException>(() => account.Fingerprint(Key.AsSpan(1)));
    }
}
