using NodaTime;
using Tedori.Programme.Text;

namespace Tedori.Tests.Text;

public sealed class DatesTests
{
    private static readonly LocalDate Earliest = new(1873, 1, 1);
    private static readonly LocalDate Latest = new(2100, 12, 31);

    [Theory]
    [InlineData("平成13年4月1日", 2001, 4, 1)]
    [InlineData("令和6年4月1日", 2024, 4, 1)]
    [InlineData("令和元年5月1日", 2019, 5, 1)]
    [InlineData("㋿６年４月１日", 2024, 4, 1)]
    [InlineData("H13.4.1", 2001, 4, 1)]
    [InlineData("h13-04-01", 2001, 4, 1)]
    [InlineData("R060401", 2024, 4, 1)]
    [InlineData("昭64.1.7", 1989, 1, 7)]
    [InlineData("昭和元年12月25日", 1926, 12, 25)]
    [InlineData("大正15年12月25日", 1926, 12, 25)]
    [InlineData("明治6年1月1日", 1873, 1, 1)]
    [InlineData("2001年4月1日", 2001, 4, 1)]
    [InlineData("2001 年 4 月 1 日", 2001, 4, 1)]
    [InlineData("2001.4.1", 2001, 4, 1)]
    [InlineData("2001. 4. 1", 2001, 4, 1)]
    [InlineData("20010401", 2001, 4, 1)]
    [InlineData("２００１/４/１", 2001, 4, 1)]
    [InlineData("2001ー4ー1", 2001, 4, 1)]
    [InlineData("2001-04-01\u200B", 2001, 4, 1)]
    [InlineData("令和7年5月19日(月)", 2025, 5, 19)]
    [InlineData("2024/2/29", 2024, 2, 29)]
    [InlineData("2100-12-31", 2100, 12, 31)]
    [InlineData("1 April 2001", 2001, 4, 1)]
    [InlineData("1 April 2001 (Sun)", 2001, 4, 1)]
    [InlineData("April 1, 2001", 2001, 4, 1)]
    [InlineData("Apr 1 2001", 2001, 4, 1)]
    [InlineData("Apr. 1, 2001 (SUNDAY)", 2001, 4, 1)]
    [InlineData("1 APRIL 2001", 2001, 4, 1)]
    [InlineData("１　ａｐｒｉｌ　２００１（ｓｕｎ）", 2001, 4, 1)]
    [InlineData("30th sept. 1947", 1947, 9, 30)]
    [InlineData("1-Mar-2024", 2024, 3, 1)]
    [InlineData("May 31,2100", 2100, 5, 31)]
    public void Read_EveryWriting_IsTheDate(string text, int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), Dates.Read(text, Earliest, Latest).Value);

    [Theory]
    [InlineData("2023/2/29", "notDate", "2月29日")]
    [InlineData("2001/13/1", "notDate", "13月1日")]
    [InlineData("0000-01-01", "notDate", "暦にありません")]
    [InlineData("9999-12-31", "outOfRange", "1873年1月1日から2100年12月31日まで")]
    [InlineData("1872-12-31", "outOfRange", "1873年1月1日から2100年12月31日まで")]
    [InlineData("2101-01-01", "outOfRange", "1873年1月1日から2100年12月31日まで")]
    [InlineData("01/4/1", "notDate", "西暦4桁か元号")]
    [InlineData("平成31年5月1日", "notDate", "2019年4月30日まで")]
    [InlineData("令和元年4月30日", "notDate", "2019年5月1日から")]
    [InlineData("明治5年12月2日", "notDate", "1873年1月1日から")]
    [InlineData("令和7年5月19日(火)", "notDate", "月曜日")]
    [InlineData("2001年四月1日", "notDate", "「四」(U+56DB)")]
    [InlineData("2001/4/1~", "notDate", "「~」(U+007E)")]
    [InlineData("2001\u202E/4/1", "notDate", "(U+202E)")]
    [InlineData("2001/4", "notDate", "2024/4/1")]
    [InlineData("", "notDate", "2024/4/1")]
    [InlineData("31 April 2001", "notDate", "4月31日")]
    [InlineData("1 April 2001 (Mon)", "notDate", "日曜日")]
    [InlineData("1 April 01", "notDate", "2024/4/1")]
    [InlineData("1 Apriil 2001", "notDate", "2024/4/1")]
    [InlineData("Apr 12001", "notDate", "2024/4/1")]
    [InlineData("1 April 2101", "outOfRange", "1873年1月1日から2100年12月31日まで")]
    public void Read_NoDate_IsRefusedWithTheBoundOrCharacter(string text, string code, string says)
    {
        var refusal = Dates.Read(text, Earliest, Latest).Refusal;

        Assert.Equal(code, refusal?.Code);
        Assert.Contains(says, refusal!.Text, StringComparison.Ordinal);
        Assert.EndsWith("。", refusal.Text, StringComparison.Ordinal);
    }
}
