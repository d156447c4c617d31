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
    [InlineData(" 1丁目 2-3")]
    public void Of_BlockNumberInAnyWriting_IsTheSameAddress(string block) => Assert.Equal(
        Of(Sole with { Address = "東京都千代田区霞ヶ関1-2-3" }).NameAddress,
        Of(Sole with { Address = "千代田区霞が関" + block }).NameAddress);

    [Theory]
    [InlineData("東京都港区芝十一丁目2番3号", "東京都港区芝11-2-3")]
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
    public void Of_VariantsOfOneCharacter_AreTheSameName(string one, string other) => Assert.Equal(
        Of(Sole with { CompanyName = one }).NamePhone, Of(Sole with { CompanyName = other }).NamePhone);

    [Theory]
    [InlineData("+81 3-1234-5678")]
    [InlineData("03\u20121234\u20155678")]
    [InlineData("03\u30001234\u30005678")]
    public void Of_PhoneWithAnyMarks_IsTheSame(string phone) =>
        Assert.Equal(Of(Sole).NamePhone, Of(Sole with { Phone = phone }).NamePhone);

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
        const string Alphabet = "株式会社㈱（有)ｶﾞがヶケー-－1２一二十丁目番地号の 　ノ東京都〒﨑髙éA\u0301\u200B\u3164";
        Prop.ForAll(
                Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 12).Select(c => new string(c)).ToArbitrary(),
                text => CompanyReading.Default.Name(CompanyReading.Default.Name(text)) == CompanyReading.Default.Name(text)
                    && CompanyReading.Default.Mail(CompanyReading.Default.Mail(text)) == CompanyReading.Default.Mail(text))
            .Check(Config.QuickThrowOnFailure.WithReplay(20250519, 1).WithMaxTest(2000));
    }

    [Fact]
    public void Of_AnyForm_NamesNobody() =>
        Assert.All(Of(Sole).All, key => Assert.Matches("^[0-9a-f]{64}$", key.Value));

    private static CompanyKeys Of(EntryForm form) => CompanyKeys.Of(form, CompanyReading.Default);
}
