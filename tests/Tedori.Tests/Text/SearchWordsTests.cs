using Tedori.Functions.Languages;
using Tedori.Programme.Plans;
using Tedori.Programme.Text;

namespace Tedori.Tests.Text;

/// <summary>The file of words that mean the same.</summary>
public sealed class SearchWordsTests
{
    [Fact]
    public void Groups_EachWord_IsInOneOnly()
    {
        var keys = SearchWords.Groups.SelectMany(g => g.Select(w => SearchWords.KeyOf(SearchWord.Of(w)!)).Distinct()).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(SearchWords.Groups, g => Assert.InRange(g.Count, 2, 40));
    }

    // A group of which no text has a word finds nothing: it is to be taken away, or a text is to be mended.
    [Fact]
    public void Groups_Each_HasAWordThatThePlanHas()
    {
        var plan = PlanReader.OfProduct.Find("r7")!;
        string[] texts =
        [
            .. plan.Areas.SelectMany(a => a.Measures, (a, m) => (string[])
                [a.Name, a.Short, m.Id.Side.Name(), m.Name, m.Text, .. m.Points, .. m.Fits.Select(f => f.Reason)]).SelectMany(t => t),
        ];
        var all = new SearchableText(texts.Concat(Language.All.Where(l => !l.Binds)
            .SelectMany(l => texts.Select(t => Phrases.All(l).GetValueOrDefault(t)).OfType<string>())));

        Assert.All(SearchWords.Groups, g => Assert.Contains(g, w => all.Has(SearchWord.Of(w)!)));
    }

    [Fact]
    public void Groups_EveryKanji_HasItsReading() => Assert.All(
        SearchWords.Groups.SelectMany(g => g), w => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", SearchWord.Of(w)!.Form));

    // Typed in kanji it is not read into other kanji; typed in kana it is both.
    [Fact]
    public void HasLoosely_Homophones_AreNotTheSameInKanji()
    {
        var women = new SearchableText(["女性の活躍"]);

        Assert.False(women.HasLoosely(SearchWord.Of("助成")!));
        Assert.True(women.HasLoosely(SearchWord.Of("じょせい")!));
        Assert.True(new SearchableText(["じょせい"]).HasLoosely(SearchWord.Of("女性")!));
    }

    [Theory]
    [InlineData("育児と介護", "イクジ", "カイゴ")]
    [InlineData("いくじとかいご", "イクジ", "カイゴ")]
    [InlineData("テレワーク・セミナー", "テレワク", "セミナ")]
    [InlineData("男性育休", "ダンセイ", "イクキュウ")]
    [InlineData("EXPO開催", " EXPO ", "カイサイ")]
    [InlineData("のとやで")]
    public void Cut_WordsWrittenTogether_AreApart(string query, params string[] words) =>
        Assert.Equal(words, SearchQuery.Of(query).Cut.Select(same => same[0].Form));
}
