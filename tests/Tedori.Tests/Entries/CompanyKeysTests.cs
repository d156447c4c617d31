using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Entries;
using Tedori.Programme.Text;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Entries;

public sealed class CompanyKeysTests
{
    private static readonly EntryForm Sole = Sample.Form with
    {
        CorporateNumber = null,
        CompanyName = "株式会社テドリABCガーデン",
        Address = "東京都千代田区飯田橋1-1-1 見本ビル2F",
        Phone = "03-1234-5678",
    };

    [Theory]
    [InlineData("株式会社テドリＡＢＣガーデン")]
    [InlineData("株式会社テドリabcガーデン")]
    [InlineData("(株)テドリABCガーデン")]
    [InlineData("（株）テドリABCガーデン")]
    [InlineData("㈱テドリABCガーデン")]
    [InlineData(" 株式会社\u3000テドリ ABC ガーデン ")]
    [InlineData("株式会社ﾃﾄﾞﾘABCｶﾞｰﾃﾞﾝ")]
    [InlineData("株式会社テドリABCカ\u3099ーデン")]
    public void Of_NameInAnotherWriting_IsTheSameCompany(string name) =>
        Assert.Equal(Of(Sole), Of(Sole with { CompanyName = name }));

    [Theory]
    [InlineData("東京都千代田区飯田橋１－１－１\u3000見本ビル２Ｆ")]
    [InlineData("東京都千代田区飯田橋1-1-1見本ビル2f")]
    public void Of_AddressInAnotherWriting_IsTheSameCompany(string address) =>
        Assert.Equal(Of(Sole), Of(Sole with { Address = address }));

    [Theory]
    [InlineData("0312345678")]
    [InlineData("(03) 1234 5678")]
    [InlineData("０３－１２３４－５６７８")]
    public void Of_PhoneInAnotherWriting_IsTheSameCompany(string phone) =>
        Assert.Equal(Of(Sole), Of(Sole with { Phone = phone }));

    [Theory]
    [InlineData("(有)見本", "有限会社見本")]
    [InlineData("㈲見本", "有限会社見本")]
    [InlineData("ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ商店ｳﾞ｡", "パピプペポ商店ヴ。")]
    public void Of_ShortAndHalfWidthForms_AreUnfolded(string shortForm, string name) =>
        Assert.Equal(
            Of(Sole with { CompanyName = name }), Of(Sole with { CompanyName = shortForm }));

    [Fact]
    public void Of_AnotherNameAddressOrPhone_IsAnotherCompany()
    {
        EntryForm[] forms =
        [
            Sole,
            Sole with { CompanyName = "有限会社テドリABCガーデン" },
            Sole with { CompanyName = "株式会社テドリABCカーデン" },
            Sole with { Address = "東京都千代田区飯田橋1-1-2 見本ビル2F" },
            Sole with { Phone = "03-1234-5679" },
        ];
        Assert.Equal(forms.Length, forms.Select(Of).Distinct().Count());
    }

    [Fact]
    public void Of_SameCorporateNumber_IsTheSameCompanyWhateverElseIsStated() =>
        Assert.Equal(
            Of(Sample.Form).Number,
            Of(Sole with { CorporateNumber = Sample.Form.CorporateNumber, Employees = 1 }).Number);

    [Theory]
    [InlineData("株式会社テドリABC\u200Bガーデン")]
    [InlineData("㍿テドリABCガーデン")]
    [InlineData("株式会社テドリABCガ−デン")]
    [InlineData("株式会社テドリABCガ-デン")]
    [InlineData("株式会社テドリABCガ\u2015デン")]
    [InlineData("\uFEFF株式会社\u00ADテドリABCガーデン\uFE0F")]
    public void Of_NameWithWhatIsNotSeen_IsTheSameCompany(string name) => Assert.Equal(
        Of(Sole with { CompanyName = "株式会社テドリABCガーデン" }), Of(Sole with { CompanyName = name }) with { Place = Of(Sole).Place });

    [Theory]
    [InlineData("1-2-3")]
    [InlineData("1\u22122\u22123")]
    [InlineData("1\u20102\u20103")]
    [InlineData("1\u20112\u20113")]
    [InlineData("1\u20132\u20133")]
    [InlineData("1ー2ー3")]
    [InlineData("１－２－３")]
    [InlineData("一丁目2番3号")]
    [InlineData("1丁目2番地3")]
    [InlineData("１丁目２番地の３号")]
    [InlineData("一丁目二番三号")]
    [InlineData("壱丁目弐番参号")]
    [InlineData("壹丁目貳番參号")]
    [InlineData("１丁目２番３号")]
    [InlineData("1~2~3")]
    [InlineData("1〜2〜3")]
    [InlineData("1～2～3")]
    [InlineData("1 ～ 2 ～ 3")]
    [InlineData("1∼2⁓3")]
    [InlineData(" 1丁目 2-3")]
    public void Of_BlockNumberInAnyWriting_IsTheSameAddress(string block) => Assert.Equal(
        Of(Sole with { Address = "東京都千代田区霞ヶ関1-2-3" }).NameAddress,
        Of(Sole with { Address = "千代田区霞が関" + block }).NameAddress);

    [Theory]
    [InlineData("東京都港区芝十一丁目2番3号", "東京都港区芝11-2-3")]
    [InlineData("東京都港区芝拾壱丁目2番3号", "東京都港区芝11-2-3")]
    [InlineData("東京都港区芝二百二十三番地4", "東京都港区芝223-4")]
    [InlineData("東京都港区芝千弐百参拾四番地", "東京都港区芝1234")]
    [InlineData("東京都千代田区三番町6-1", "東京都千代田区三番町6番1号")]
    [InlineData("〒100-0013 東京都千代田区丸の内1-1", "東京都千代田区丸ノ内1丁目1番")]
    [InlineData("東京都港区芝1-2-3 101号室", "東京都港区芝1丁目2番3号101")]
    public void Of_AddressesThatAreOne_AreTheSame(string one, string other) =>
        Assert.Equal(Of(Sole with { Address = one }).NameAddress, Of(Sole with { Address = other }).NameAddress);

    [Theory]
    [InlineData("東京都港区芝1-23", "東京都港区芝12-3")]
    [InlineData("東京都港区芝1-2-3 101", "東京都港区芝1-2-3101")]
    [InlineData("東京都港区芝1-2-3", "東京都港区芝1-2-4")]
    public void Of_AddressesThatAreTwo_AreNotTheSame(string one, string other) =>
        Assert.NotEqual(Of(Sole with { Address = one }).NameAddress, Of(Sole with { Address = other }).NameAddress);

    [Theory]
    [InlineData("山﨑商店", "山崎商店")]
    [InlineData("髙橋齋藤", "高橋斎藤")]
    [InlineData("Cafe\u0301 Ｋ", "Café k")]
    [InlineData("渡邊", "渡辺")]
    [InlineData("ア・ベ・セ商会", "アベセ商会")]
    [InlineData("ｱ･ﾍﾞ･ｾ商会", "アベセ商会")]
    [InlineData("ア·ベ•セ‧商∙会", "アベセ商会")]
    [InlineData("カ・\u3099商会", "ガ商会")]
    [InlineData("[株]見本", "株式会社見本")]
    [InlineData("［株］見本", "株式会社見本")]
    [InlineData("【株】見本", "株式会社見本")]
    [InlineData("〔株〕見本", "株式会社見本")]
    [InlineData("〈 株 〉見本", "株式会社見本")]
    [InlineData("｛株｝見本", "株式会社見本")]
    [InlineData("㊑見本", "株式会社見本")]
    [InlineData("（株式会社）見本", "株式会社見本")]
    [InlineData("見本【有】", "見本有限会社")]
    [InlineData("〔合〕見本", "合同会社見本")]
    [InlineData("【医】見本会", "医療法人見本会")]
    [InlineData("[医社]見本会", "医療法人社団見本会")]
    [InlineData("㈳見本", "社団法人見本")]
    [InlineData("【一財】見本", "一般財団法人見本")]
    [InlineData("㈶見本", "財団法人見本")]
    [InlineData("（ＮＰＯ）見本", "特定非営利活動法人見本")]
    public void Of_VariantsOfOneCharacter_AreTheSameName(string one, string other) => Assert.Equal(
        Of(Sole with { CompanyName = one }).NamePhone, Of(Sole with { CompanyName = other }).NamePhone);

    [Theory]
    [InlineData("+81 3-1234-5678")]
    [InlineData("03\u20121234\u20155678")]
    [InlineData("03\u30001234\u30005678")]
    public void Of_PhoneWithAnyMarks_IsTheSame(string phone) =>
        Assert.Equal(Of(Sole).NamePhone, Of(Sole with { Phone = phone }).NamePhone);

    [Theory]
    [InlineData("(株主)見本", "株式会社主見本")]
    [InlineData("見本・東", "見本-東")]
    [InlineData("株見本", "株式会社見本")]
    public void Of_NamesThatAreTwo_AreNotTheSame(string one, string other) => Assert.NotEqual(
        Of(Sole with { CompanyName = one }).NamePhone, Of(Sole with { CompanyName = other }).NamePhone);

    [Fact]
    public void Of_ANameOfDotsAlone_IsItsDots() => Assert.NotEqual(
        Of(Sole with { CompanyName = "・・" }).NamePhone, Of(Sole with { CompanyName = "・" }).NamePhone);

    [Fact]
    public void Of_VariantsOfTheEdition_AreOneOnlyThere()
    {
        var (one, other) = (Sole with { CompanyName = "嵜見本" }, Sole with { CompanyName = "﨑見本" });
        var own = new CompanyReading(new(["崎嵜"]));
        Assert.NotEqual(Of(one).NamePhone, Of(other).NamePhone);
        Assert.Equal(CompanyKeys.Of(one, own).NamePhone, CompanyKeys.Of(other, own).NamePhone);
    }

    [Fact]
    public void Read_WhatWasRead_IsTheSame()
    {
        const string Alphabet = "株式会社㈱㊑[【〔]】〕・･·•一財医学NPO法人（有)ｶﾞがヶケー-－1２一二十丁目番地号の 　ノ東京都〒﨑髙éA\u0301\u200B\u3164";
        Prop.ForAll(
                Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 12).Select(c => new string(c)).ToArbitrary(),
                text => CompanyReading.Default.Name(CompanyReading.Default.Name(text)) == CompanyReading.Default.Name(text)
                    && CompanyReading.Default.BareName(CompanyReading.Default.Name(text)) == CompanyReading.Default.BareName(text)
                    && CompanyReading.Default.Mail(CompanyReading.Default.Mail(text)) == CompanyReading.Default.Mail(text))
            .Check(Config.QuickThrowOnFailure.WithReplay(20250519, 1).WithMaxTest(2000));
    }

    // 丁目, 番 and 号 of any address in any two of the writings are one, and reading what was read changes nothing.
    [Fact]
    public void Read_AnAddressInAnyWriting_IsTheSame()
    {
        string[] towns = ["東京都千代田区霞ヶ関", "東京都港区芝", "東京都八王子市八木町", "東京都千代田区一番町", "東京都台東区千束"];
        var block =
            from numbers in Gen.Three(Gen.Choose(1, 99))
            from writings in Gen.Two(Gen.Choose(0, Writings.Length - 1))
            from town in Gen.Elements(towns)
            select (town, numbers, writings);
        Prop.ForAll(block.ToArbitrary(), at =>
        {
            var (town, (a, b, c), (one, other)) = at;
            var read = CompanyReading.Default.Address(town + Writings[one](a, b, c));
            return read == CompanyReading.Default.Address(town + Writings[other](a, b, c))
                && read == CompanyReading.Default.Address(read);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261129, 1).WithMaxTest(2000));
    }

    private static readonly Func<int, int, int, string>[] Writings =
    [
        (a, b, c) => $"{a}-{b}-{c}", (a, b, c) => $"{a}~{b}〜{c}", (a, b, c) => $"{a}～{b}ー{c}",
        (a, b, c) => $"{a}丁目{b}番{c}号", (a, b, c) => $"{Numeral(a, "一二三四五六七八九", "十")}丁目{b}-{c}",
        (a, b, c) => $"{Numeral(a, "壱弐参四伍六七八九", "拾")}丁目{Numeral(b, "壹貳參肆伍陸柒捌玖", "拾")}番地{Numeral(c, "一二三四五六七八九", "十")}号",
    ];

    private static string Numeral(int number, string digits, string ten) =>
        (number >= 20 ? $"{digits[(number / 10) - 1]}" : "") + (number >= 10 ? ten : "")
            + (number % 10 > 0 ? $"{digits[(number % 10) - 1]}" : "");

    [Fact]
    public void Of_AnyForm_NamesNobody() =>
        Assert.All(Of(Sole).All, key => Assert.Matches("^[0-9a-f]{64}$", key.Value));

    private static CompanyKeys Of(EntryForm form) => CompanyKeys.Of(form, CompanyReading.Default);
}
