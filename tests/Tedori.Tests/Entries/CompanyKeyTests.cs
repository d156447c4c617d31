using Tedori.Programme.Entries;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Entries;

public sealed class CompanyKeyTests
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
        Assert.Equal(CompanyKey.Of(Sole), CompanyKey.Of(Sole with { CompanyName = name }));

    [Theory]
    [InlineData("東京都千代田区飯田橋１－１－１\u3000見本ビル２Ｆ")]
    [InlineData("東京都千代田区飯田橋1-1-1見本ビル2f")]
    public void Of_AddressInAnotherWriting_IsTheSameCompany(string address) =>
        Assert.Equal(CompanyKey.Of(Sole), CompanyKey.Of(Sole with { Address = address }));

    [Theory]
    [InlineData("0312345678")]
    [InlineData("(03) 1234 5678")]
    [InlineData("０３－１２３４－５６７８")]
    public void Of_PhoneInAnotherWriting_IsTheSameCompany(string phone) =>
        Assert.Equal(CompanyKey.Of(Sole), CompanyKey.Of(Sole with { Phone = phone }));

    [Theory]
    [InlineData("(有)見本", "有限会社見本")]
    [InlineData("㈲見本", "有限会社見本")]
    [InlineData("ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ商店ｳﾞ｡", "パピプペポ商店ヴ。")]
    public void Of_ShortAndHalfWidthForms_AreUnfolded(string shortForm, string name) =>
        Assert.Equal(
            CompanyKey.Of(Sole with { CompanyName = name }), CompanyKey.Of(Sole with { CompanyName = shortForm }));

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
        Assert.Equal(forms.Length, forms.Select(CompanyKey.Of).Distinct().Count());
    }

    [Fact]
    public void Of_SameCorporateNumber_IsTheSameCompanyWhateverElseIsStated() =>
        Assert.Equal(
            CompanyKey.Of(Sample.Form),
            CompanyKey.Of(Sole with { CorporateNumber = Sample.Form.CorporateNumber, Employees = 1 }));

    [Fact]
    public void Of_AnyForm_NamesNobody() => Assert.Matches("^[0-9a-f]{64}$", CompanyKey.Of(Sole).Value);
}
