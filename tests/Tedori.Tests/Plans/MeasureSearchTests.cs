using Tedori.Programme.Plans;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Plans;

public sealed class MeasureSearchTests
{
    private static readonly MeasureSearch R7 = new(PlanReader.OfProduct.Find("r7")!, Sample.R7);

    [Theory]
    [InlineData("テレワーク推進デスク", "r7-2-tokyo-i", "r7-2-chamber-o")]
    [InlineData("ﾃﾚﾜｰｸ推進ﾃﾞｽｸ", "r7-2-tokyo-i", "r7-2-chamber-o")]
    [InlineData("てれわーく　すいしんですく")]
    [InlineData("てれわーく推進 ですく", "r7-2-tokyo-i", "r7-2-chamber-o")]
    [InlineData("ＡＢＷ", "r7-2-tokyo-a")]
    [InlineData("abw", "r7-2-tokyo-a")]
    [InlineData("expo 開催", "r7-4-tokyo-i")]
    [InlineData("不妊", "r7-4-tokyo-ka")]
    [InlineData("はたらく女性スクエア", "r7-5-tokyo-a")]
    [InlineData("カイシャハッケン伝", "r7-6-tokyo-i")]
    [InlineData("社内メンター 商工会議所", "r7-6-chamber-a", "r7-6-chamber-u")]
    [InlineData("「社内メンター」-商工会議所", "r7-6-chamber-a", "r7-6-chamber-u")]
    [InlineData("全銀")]
    [InlineData("<script>")]
    public void Find_HoweverTyped_IsTheMeasures(string query, params string[] found) =>
        Assert.Equal(found, R7.Find(query).Select(m => m.Id.ToString()));

    // As a page in another language shows it: its words are found, and those of the plan as well.
    [Theory]
    [InlineData("flexible working", "r7-1-tokyo-u")]
    [InlineData("ＦＬＥＸＩＢＬＥ", "r7-1-tokyo-u")]
    [InlineData("てれわーく推進 ですく", "r7-2-tokyo-i", "r7-2-chamber-o")]
    public void Find_WordsOfATranslation_AreFoundHoweverTyped(string query, params string[] found)
    {
        var plan = PlanReader.OfProduct.Find("r7")!;
        var name = plan.Areas[0].Measures.Single(m => m.Id.ToString() == "r7-1-tokyo-u").Name;
        var search = new MeasureSearch(plan, Sample.R7, t => t == name ? "Grants for Flexible Working" : null);

        Assert.Equal(found, search.Find(query).Select(m => m.Id.ToString()));
        Assert.Empty(R7.Find("flexible working"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u3000 ")]
    public void Find_NoWord_IsAllOfThem(string query) => Assert.Equal(45, R7.Find(query).Count);

    [Fact]
    public void Refuse_Length_IsBoundedWithASentence()
    {
        Assert.Null(MeasureSearch.Refuse(new('あ', 100)));
        Assert.NotNull(MeasureSearch.Refuse("介護\u202Eあ"));
        Assert.Equal("探すことばは、100文字以内で入力してください。", MeasureSearch.Refuse(new('あ', 101))!.Text);
    }
}
