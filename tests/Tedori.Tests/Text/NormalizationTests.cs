using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Text;

namespace Tedori.Tests.Text;

/// <summary>Composition is Unicode's own, in the setting that is shipped: with no library of the host.</summary>
public sealed class NormalizationTests
{
    [Fact]
    public void Tests_Globalization_IsInvariantAsShipped()
    {
        Assert.True(AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant);
    }

    // The digests are what generate.mjs prints, by another implementation.
    [Theory]
    [InlineData(false, "9cc65524a9d8082bf10840c616cd199bd2ac12ee49a3381bd6fb7957711f342b")]
    [InlineData(true, "b592b29d0a136c43fbf0a99c68dba70bc06e9ead45a62bf85d4ae49492bb8e62")]
    public void EveryCharacter_Alone_BecomesWhatUnicodeSays(bool fold, string expected)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var rune in Characters.All)
        {
            var text = fold ? Normalization.Fold(rune.ToString()) : Normalization.Compose(rune.ToString());
            digest.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        }

        Assert.Equal(expected, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    [Theory]
    [InlineData("ハ\u309Aンフ", "パンフ")]
    [InlineData("カ\u3099キ\u3099", "ガギ")]
    [InlineData("e\u0301", "é")]
    [InlineData("a\u0323\u0302", "ậ")]
    [InlineData("a\u0302\u0323", "ậ")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("a\u0327\u0301\u0327", "á\u0327\u0327")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("㈱ＡＢＣ", "㈱ＡＢＣ")]
    [InlineData("東京都千代田区", "東京都千代田区")]
    public void Compose_Text_HasLettersAndMarksInOneCharacter(string text, string composed)
    {
        Assert.Equal(composed, Normalization.Compose(text));
    }

    [Theory]
    [InlineData("㈱ＡＢＣ", "(株)ABC")]
    [InlineData("ﾊﾟﾝﾌ", "パンフ")]
    [InlineData("１，２３４", "1,234")]
    [InlineData("①", "1")]
    [InlineData("㍿", "株式会社")]
    public void Fold_Text_HasOneWidth(string text, string folded)
    {
        Assert.Equal(folded, Normalization.Fold(text));
    }

    [Fact]
    public void Compose_HalfOfASurrogatePair_BecomesTheMarkOfIt()
    {
        Assert.Equal("a\uFFFDb", Normalization.Compose("a\uD800b"));
    }
}
