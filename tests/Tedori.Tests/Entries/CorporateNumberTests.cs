using Tedori.Programme.Entries;

namespace Tedori.Tests.Entries;

public sealed class CorporateNumberTests
{
    [Theory]
    [InlineData("7123456789012")]
    [InlineData("4011001098993")]
    [InlineData("2120901007402")]
    public void TryParse_RightCheckDigit_Parses(string text)
    {
        Assert.True(CorporateNumber.TryParse(text, out var number));
        Assert.Equal(text, number.ToString());
        Assert.Equal(text, CorporateNumber.FromBase(text[1..]).Digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1123456789012")]
    [InlineData("712345678901")]
    [InlineData("71234567890123")]
    [InlineData("7123456789O12")]
    [InlineData("７１２３４５６７８９０１２")]
    [InlineData(" 123456789012")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(CorporateNumber.TryParse(text, out _));

    [Fact]
    public void TryParse_OneDigitChanged_IsRefused()
    {
        // The check digit catches every change of one digit but 0 for 9, which are the same modulo 9.
        foreach (var at in Enumerable.Range(0, 13))
        {
            foreach (var digit in "12345678".Where(
                d => d != "7123456789012"[at] && "7123456789012"[at] is not '9' and not '0'))
            {
                var changed = string.Concat("7123456789012".Select((c, i) => i == at ? digit : c));
                Assert.False(CorporateNumber.TryParse(changed, out _), changed);
            }
        }
    }

    [Theory]
    [InlineData("12345678901")]
    [InlineData("12345678901x")]
    public void FromBase_NotTwelveDigits_IsAnError(string text) =>
        Assert.Throws<FormatException>(() => CorporateNumber.FromBase(text));
}
