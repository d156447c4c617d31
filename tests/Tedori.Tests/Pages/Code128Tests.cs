using Tedori.Functions.Components.Barcodes;

namespace Tedori.Tests.Pages;

public sealed class Code128Tests
{
    // Two vectors that are printed widely. The second is printed with start A (103), whose check digit is one less.
    [Theory]
    [InlineData("Wikipedia", 88)]
    [InlineData("PJJ123C", 55)]
    public void Values_OfAKnownVector_HaveItsCheckDigit(string text, int expected) =>
        Assert.Equal(expected, Code128.Values(text)[^2]);

    [Fact]
    public void Values_OfACaseNumber_BeginWithStartBAndEndWithStop()
    {
        var values = Code128.Values("r7-07-00123");
        Assert.Equal((104, 106, 14), (values[0], values[^1], values.Count));
    }

    [Fact]
    public void Bars_OfOneLetter_AreThoseOfTheStandard()
    {
        // Start B 11010010000, A 10100011000, check digit 34 (104+33 mod 103) 10001011000, stop 1100011101011.
        var (bars, width) = Code128.Bars("A");
        var modules = new char[width];
        Array.Fill(modules, '0');
        foreach (var (start, bar) in bars)
            Array.Fill(modules, '1', start, bar);
        Assert.Equal("11010010000" + "10100011000" + "10001011000" + "1100011101011", new string(modules));
    }

    [Fact]
    public void Bars_OfEveryCharacter_AreElevenModulesAndDecodeToIt()
    {
        var patterns = new HashSet<string>();
        for (var c = ' '; c <= '~'; c++)
        {
            var (bars, width) = Code128.Bars(c.ToString());
            Assert.Equal(11 * 3 + 13, width);
            Assert.True(
                patterns.Add(string.Join(',', bars.Where(b => b.Start is >= 11 and < 22))), $"{c} looks like another.");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("受付")]
    [InlineData("a\n")]
    public void Values_OfWhatTheSetHasNot_IsAnError(string text) =>
        Assert.ThrowsAny<ArgumentException>(() => Code128.Values(text));
}
