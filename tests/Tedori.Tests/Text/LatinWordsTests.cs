using Tedori.Programme.Text;

namespace Tedori.Tests.Text;

public sealed class LatinWordsTests
{
    [Theory]
    [InlineData("SUBSIDY", "SUBSIDIES")]
    [InlineData("TELEWORK", "TELEWORKING", "TELEWORKERS", "TELEWORKED", "TELEWORKS")]
    [InlineData("FOREIGN", "FOREIGNERS")]
    [InlineData("HIRE", "HIRING", "HIRED", "HIRES")]
    [InlineData("MANAGE", "MANAGING", "MANAGER")]
    [InlineData("CARE", "CARING", "CARER", "CARES")]
    [InlineData("NURSE", "NURSING", "NURSES")]
    [InlineData("PLAN", "PLANNING", "PLANNED", "PLANS")]
    [InlineData("TELL", "TELLING")]
    [InlineData("ASK", "ASKING", "ASKED")]
    [InlineData("LEAVE", "LEAVES", "LEAVING")]
    [InlineData("BONUS", "BONUSES")]
    public void Stem_FormsOfAWord_IsOne(string word, params string[] forms) =>
        Assert.All(forms, f => Assert.Equal(LatinWords.Stem(word), LatinWords.Stem(f)));

    [Theory]
    [InlineData("CAR", "CARE")]
    [InlineData("CARE", "CAREER")]
    [InlineData("SPRING", "SPR")]
    [InlineData("NEED", "NE")]
    [InlineData("BUSINESS", "BUSINES")]
    public void Stem_OtherWords_StayOthers(string word, string other) =>
        Assert.NotEqual(LatinWords.Stem(word), LatinWords.Stem(other));

    [Fact]
    public void In_MixedText_IsItsLatinWords() =>
        Assert.Equal(["TOKYO", "DE", "I", "60", "CAFÉ"], LatinWords.In(Folding.Fold("TOKYOテレワーク、DE&I、60円 Café")));
}
