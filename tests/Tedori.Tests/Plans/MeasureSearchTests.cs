using Tedori.Programme.Plans;
using Tedori.Programme.Text;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Plans;

public sealed class MeasureSearchTests
{
    private static readonly MeasureSearch R7 = new(PlanReader.OfProduct.Find("r7")!, Sample.R7);

    [Theory]
    [InlineData("テレワーク推進デスク", "r7-2-tokyo-i", "r7-2-chamber-o")]
    [InlineData("ﾃﾚﾜｰｸ推進ﾃﾞｽｸ", "r7-2-tokyo-i", "r7-2-chamber-o")]
    [InlineData("てれわーくすいしんですく", "r7-2-tokyo-i", "r7-2-chamber-o")]
    [InlineData("ふにん", "r7-4-tokyo-ka")]
    [InlineData("フニンちりょう", "r7-4-tokyo-ka")]
    [InlineData("はたらくじょせいスクエア", "r7-5-tokyo-a")]
    [InlineData("ぜんぎん")]
    [InlineData("てれわーく推進 ですく", "r7-2-tokyo-i", "r7-2-chamber-o")]
    [InlineData("ＡＢＷ", "r7-2-tokyo-a")]
    [InlineData("abw", "r7-2-tokyo-a")]
    [InlineData("expo 開催", "r7-4-tokyo-i")]
    [InlineData("不妊", "r7-4-tokyo-ka")]
    [InlineData("はたらく女性スクエア", "r7-5-tokyo-a")]
    [InlineData("カイシャハッケン伝", "r7-6-tokyo-i")]
    [InlineData("社内メンター 商工会議所", "r7-6-chamber-a")]
    [InlineData("「社内メンター」-商工会議所", "r7-6-chamber-a")]
    [InlineData("社外副業 専門相談窓口", "r7-6-tokyo-a")]
    [InlineData("全銀")]
    [InlineData("<script>")]
    public void Find_HoweverTyped_IsTheMeasures(string query, params string[] found) =>
        Assert.Equal(found, R7.Find(query).Select(m => m.Id.ToString()));

    // As a page in another language shows it: its words are found, and those of the plan as well.
    [Theory]
    [InlineData("flexible working", "r7-1-tokyo-u")]
    [InlineData("ＦＬＥＸＩＢＬＥ", "r7-1-tokyo-u")]
    [InlineData("てれわーく推進 ですく", "r7-2-tokyo-i", "r7-2-chamber-o")]
    [InlineData("flexibles grant", "r7-1-tokyo-u")]
    [InlineData("keepsakes", "r7-1-tokyo-u")]
    [InlineData("flex times", "r7-3-chamber-u")]
    [InlineData("flex tables")]
    public void Find_WordsOfATranslation_AreFoundHoweverTyped(string query, params string[] found)
    {
        var plan = PlanReader.OfProduct.Find("r7")!;
        var name = plan.Areas[0].Measures.Single(m => m.Id.ToString() == "r7-1-tokyo-u").Name;
        var search = new MeasureSearch(plan, Sample.R7, t => t == name ? "Grants for Flexible Working" : null, t => t == name ? "A keepsake" : null);

        Assert.Equal(found, search.Find(query).Select(m => m.Id.ToString()));
        Assert.Empty(R7.Find("flexible working"));
    }

    [Fact]
    public void Find_WordsOfAnotherLanguage_AreFoundWhereTheOwnHasNone()
    {
        var plan = PlanReader.OfProduct.Find("r7")!;
        var measures = plan.Areas[0].Measures.ToList();
        var search = new MeasureSearch(
            plan, Sample.R7, t => t == measures[0].Name ? "trainee" : null, t => t == measures[1].Name ? "trainee and gardener" : null);

        Assert.Equal(measures[0], Assert.Single(search.Find("trainee")));
        Assert.Equal(measures[1], Assert.Single(search.Find("gardeners")));
    }

    // Whoever types a word in kana finds it: so each word of the plan and of the items has its reading in the file.
    [Fact]
    public void Readings_OfEveryWordThatIsSearched_AreKnown()
    {
        var plan = PlanReader.OfProduct.Find("r7")!;
        var said = plan.Areas.SelectMany(a => a.Measures, (a, m) => (string[])
        [
            a.Name, a.Short, a.NextOf(m.Id.Side), m.Id.Side.Name(), m.Id.Side.Heading(), m.Name, m.Text, .. m.Points,
            .. m.Fits.Select(f => f.Reason), .. m.Situations.Select(s => s.Reason),
        ]).SelectMany(t => t).Concat(Sample.R7.Items.Select(i => i.Name)).Distinct();

        Assert.All(said, t => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", KanjiReadings.Read(SearchText.Fold(t))));
    }

    [Theory]
    [InlineData("働き方改革", "ハタラキカタカイカク")]
    [InlineData("外国人材の採用", "ガイコクジンザイノサイヨウ")]
    [InlineData("手取り時間", "テドリジカン")]
    [InlineData("髙島", "髙島")]
    [InlineData("", "")]
    public void Read_Words_AreInKana(string text, string kana) =>
        Assert.Equal(kana, KanjiReadings.Read(SearchText.Fold(text)));

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
