using Tedori.Programme.Text;

namespace Tedori.Tests.Text;

public sealed class NumbersTests
{
    private const long Most = 999_999_999_999;

    [Theory]
    [InlineData("２０００００", 200_000)]
    [InlineData("２００，０００", 200_000)]
    [InlineData("10000000円", 10_000_000)]
    [InlineData("10,000,000 円", 10_000_000)]
    [InlineData("￥200,000", 200_000)]
    [InlineData("\u200B200000\uFEFF", 200_000)]
    [InlineData("0007", 7)]
    [InlineData("0", 0)]
    [InlineData("999,999,999,999", Most)]
    public void Read_EveryWriting_IsTheNumber(string text, long number) =>
        Assert.Equal(number, Numbers.Read(text, 0, Most, Numbers.Yen).Value);

    [Theory]
    [InlineData("3-5", "「-」(U+002D)")]
    [InlineData("5(2)", "「(」(U+0028)")]
    [InlineData("-5", "「-」(U+002D)")]
    [InlineData("\u22125", "「\u2212」(U+2212)")]
    [InlineData("2ー3", "「ー」(U+30FC)")]
    [InlineData("3 0", "空白(U+0020)")]
    [InlineData("3\u202E0", "見えない文字(U+202E)")]
    [InlineData("10²", "「²」(U+00B2)")]
    [InlineData("①", "「①」(U+2460)")]
    [InlineData("٣", "「٣」(U+0663)")]
    [InlineData("1.5", "「.」(U+002E)")]
    [InlineData("1E5", "「E」(U+0045)")]
    [InlineData("500万円", "「万」(U+4E07)")]
    [InlineData("25人", "「人」(U+4EBA)")]
    [InlineData("3,5", "3桁ごと")]
    [InlineData(",500", "3桁ごと")]
    [InlineData("1,0000", "3桁ごと")]
    [InlineData("1000,000", "3桁ごと")]
    [InlineData("円", "数字で入力")]
    [InlineData("", "数字で入力")]
    public void Read_NoNumber_IsRefusedWithTheReason(string text, string says)
    {
        var refusal = Numbers.Read(text, 0, Most, Numbers.Yen).Refusal;

        Assert.Equal("notNumber", refusal?.Code);
        Assert.Contains(says, refusal!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("367")]
    [InlineData("99999999999999999999999999")]
    public void Read_OutOfBounds_IsRefusedWithTheBounds(string text)
    {
        var refusal = Numbers.Read(text, 1, 366, Numbers.Days).Refusal;

        Assert.Equal("outOfRange", refusal?.Code);
        Assert.Contains("1から366まで", refusal!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7.75", 775)]
    [InlineData("７．７５", 775)]
    [InlineData("162.5", 16_250)]
    [InlineData("8:00", 800)]
    [InlineData("7:45", 775)]
    [InlineData("7時間45分", 775)]
    [InlineData("11時間", 1_100)]
    [InlineData("744", 74_400)]
    public void Read_Hours_AreHundredths(string text, int hundredths) =>
        Assert.Equal(hundredths, HourCounts.Read(text, 744).Value);

    [Theory]
    [InlineData("7.755", "notHours", "第2位")]
    [InlineData("7,75", "notHours", "「,」(U+002C)")]
    [InlineData("7:20", "notHours", "20分")]
    [InlineData("7:60", "notHours", "59まで")]
    [InlineData("0", "outOfRange", "744以下")]
    [InlineData("744.01", "outOfRange", "744以下")]
    [InlineData("-8", "notHours", "「-」(U+002D)")]
    [InlineData("", "notHours", "160や162.5")]
    public void Read_NoHours_AreRefusedWithTheReason(string text, string code, string says)
    {
        var refusal = HourCounts.Read(text, 744).Refusal;

        Assert.Equal(code, refusal?.Code);
        Assert.Contains(says, refusal!.Text, StringComparison.Ordinal);
    }
}
