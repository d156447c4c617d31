using Tedori.Programme.Payments;

namespace Tedori.Tests.Payments;

/// <summary>Whether an account is held by who is called like the company: a hint.</summary>
public sealed class HolderNamesTests
{
    [Theory]
    [InlineData("ｶ)ﾐﾎﾝ", "カブシキガイシャ　ミホン", HolderAgreement.Same)]
    [InlineData("ﾐﾎﾝ(ｶ", "みほん株式会社", HolderAgreement.Same)]
    [InlineData("ｶ)ﾐﾎﾝ", "ミホン", HolderAgreement.Same)]
    [InlineData("ﾄﾞ)ﾐﾎﾝｺ-ﾋ-", "合同会社ミホン　コーヒー", HolderAgreement.Same)]
    [InlineData("ｶ)ﾐﾎﾝ ﾀﾞｲﾋﾖｳﾄﾘｼﾏﾘﾔｸ ﾔﾏﾀﾞﾀﾛｳ", "カブシキガイシャミホン", HolderAgreement.Begins)]
    [InlineData("ｶ)ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌ", "株式会社アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ", HolderAgreement.Begins)]
    [InlineData("ｶ)ﾐﾎ", "株式会社ミホン", HolderAgreement.Differs)]
    [InlineData("ﾔﾏﾀﾞ ﾀﾛｳ", "株式会社ミホン", HolderAgreement.Differs)]
    [InlineData("ｶ)ﾐﾎﾝ", "株式会社見本", HolderAgreement.Unknown)]
    [InlineData("ｶ)ﾐﾎﾝ", "", HolderAgreement.Unknown)]
    [InlineData("ｶ)ﾐﾎﾝ", "株式会社", HolderAgreement.Unknown)]
    public void Compare_AHolderAndACompany_IsAHint(string holder, string company, HolderAgreement agreement) =>
        Assert.Equal(agreement, HolderNames.Compare(holder, company));
}
