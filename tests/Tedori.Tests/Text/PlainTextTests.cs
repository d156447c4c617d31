using Tedori.Programme.Text;

namespace Tedori.Tests.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("\u200B", "")]
    [InlineData("\u3164", "")]
    [InlineData("\u2800\u3000 \u00AD\uFEFF", "")]
    [InlineData("\uFFA0\u115F\uFE0F", "")]
    [InlineData("\u200B 見本\u2060太郎\u3000", "見本太郎")]
    [InlineData("カ\u3099ス", "ガス")]
    [InlineData("葛\U000E0100城", "葛\U000E0100城")]
    [InlineData("\U000E0100葛", "葛")]
    [InlineData("見本\u3000太郎", "見本\u3000太郎")]
    [InlineData("ＡＢＣ㈱①", "ＡＢＣ㈱①")]
    [InlineData("cafe\u200D\u0301", "café")]
    public void Clean_Text_IsWhatPeopleSee(string text, string clean) => Assert.Equal(clean, PlainText.Clean(text));

    [Theory]
    [InlineData("\u202Eレプンサ", "U+202E")]
    [InlineData("a\u200Fb", "U+200F")]
    [InlineData("\u2068a\u2069", "U+2068")]
    [InlineData("a\u0007b", "U+0007")]
    [InlineData("a\nb", "U+000A")]
    [InlineData("a\uD800b", "U+FFFD")]
    public void Fault_TextThatDeceivesOrIsBroken_NamesTheCharacter(string text, string says)
    {
        var fault = PlainText.Fault(PlainText.Clean(text));

        Assert.Equal("textNotPlain", fault?.Code);
        Assert.Contains(says, fault!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_LinesWhereTheyAreTaken_IsNone() => Assert.Null(PlainText.Fault("a\r\nb", lines: true));
}
