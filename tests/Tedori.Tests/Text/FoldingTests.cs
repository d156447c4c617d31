using Tedori.Programme.Text;

namespace Tedori.Tests.Text;

/// <summary>What reads the same has one key.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("１－２－３", "1-2-3")]
    [InlineData("1\u22122\u20103", "1-2-3")]
    [InlineData("1\u20112\u20133", "1-2-3")]
    [InlineData("1ー2ｰ3", "1-2-3")]
    [InlineData("1—2―3", "1-2-3")]
    [InlineData("千代田\u200B商店", "千代田商店")]
    [InlineData("cafe\u0301", "CAFÉ")]
    [InlineData("㈱Ａ", "(株)a")]
    [InlineData("コーヒー", "ｺｰﾋｰ")]
    [InlineData(" 山田\u3000\u3000太郎 ", "山田 太郎")]
    [InlineData("葛\U000E0100城", "葛城")]
    [InlineData("\u3164", "")]
    [InlineData("花\u301C月", "花～月")]
    public void Fold_TwoWritings_AreEqual(string one, string other)
    {
        Assert.Equal(Folding.Fold(other), Folding.Fold(one));
    }

    [Theory]
    [InlineData("コーヒー", "コ-ヒ-")]
    [InlineData("1-23", "12-3")]
    [InlineData("山田太郎", "山田次郎")]
    public void Fold_OtherTexts_StayApart(string one, string other)
    {
        Assert.NotEqual(Folding.Fold(other), Folding.Fold(one));
    }

    [Fact]
    public void Fold_EveryCharacter_IsIdempotent()
    {
        var moved = Characters.All.Select(r => $"A{r}1").Where(t => Folding.Fold(Folding.Fold(t)) != Folding.Fold(t));
        Assert.Empty(moved);
    }
}
