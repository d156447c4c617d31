using Tedori.Programme.Text;

namespace Tedori.Tests.Text;

public sealed class TimesTests
{
    [Theory]
    [InlineData("9:00", "9:00")]
    [InlineData("９：００", "9:00")]
    [InlineData("09:00", "9:00")]
    [InlineData("9時", "9:00")]
    [InlineData("9時半", "9:30")]
    [InlineData("23時30分", "23:30")]
    [InlineData("２３ 時 ３０ 分", "23:30")]
    [InlineData("2330", "23:30")]
    [InlineData("930", "9:30")]
    [InlineData("午後5時30分", "17:30")]
    [InlineData("午前12:15", "0:15")]
    [InlineData("午後12時", "12:00")]
    [InlineData("pm5:30", "17:30")]
    [InlineData("24:00", "翌0:00")]
    [InlineData("25:30", "翌1:30")]
    [InlineData("2530", "翌1:30")]
    [InlineData("29:59", "翌5:59")]
    [InlineData("翌1:30", "翌1:30")]
    [InlineData("翌日1時半", "翌1:30")]
    public void Read_EveryWriting_IsTheTime(string text, string time) =>
        Assert.Equal(time, Times.Read(text, nextDay: true).Value.ToString());

    [Theory]
    [InlineData("30:00", true, "0:00から29:59まで")]
    [InlineData("24:00", false, "0:00から23:59まで")]
    [InlineData("翌1:30", false, "0:00から23:59まで")]
    [InlineData("9:60", true, "0:00から29:59まで")]
    [InlineData("午後13時", true, "0:00から29:59まで")]
    [InlineData("9", true, "9:00")]
    [InlineData("9.5", true, "「.」(U+002E)")]
    [InlineData("9-00", true, "「-」(U+002D)")]
    [InlineData("", true, "9:00")]
    public void Read_NoTime_IsRefusedWithTheBoundOrCharacter(string text, bool nextDay, string says)
    {
        var refusal = Times.Read(text, nextDay).Refusal;

        Assert.Equal("notTime", refusal?.Code);
        Assert.Contains(says, refusal!.Text, StringComparison.Ordinal);
    }
}
