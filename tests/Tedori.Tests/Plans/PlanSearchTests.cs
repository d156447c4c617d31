using Tedori.Functions.Languages;
using Tedori.Functions.Public.Plans;
using Tedori.Programme.Plans;
using Tedori.Programme.Text;
using Tedori.Testing.Cases;
using Tedori.Workflows.Editions;

namespace Tedori.Tests.Plans;

/// <summary>What a reader finds in the plan, by the language of the page: what people typed who tried it.</summary>
public sealed class PlanSearchTests
{
    private static readonly Plan R7 = PlanReader.OfProduct.Find("r7")!;
    private static readonly PlanCatalog Plans = new(PlanReader.OfProduct, new EditionCatalog(Sample.R7));

    // Latin words are not found inside others: employment, career, chamber, start, advice.
    [Theory]
    [InlineData("en", "car")]
    [InlineData("en", "ham")]
    [InlineData("en", "art")]
    [InlineData("en", "ice")]
    [InlineData("en", "cat")]
    [InlineData("en", "startups")]
    [InlineData("en", "or")]
    [InlineData("en", "an")]
    [InlineData("en", "s")]
    [InlineData("en", "the")]
    [InlineData("ja", "in")]
    [InlineData("ja", "the")]
    [InlineData("ja", "の")]
    [InlineData("ja-easy", "の")]
    [InlineData("ja", "とは")]
    [InlineData("ja", "ー")]
    [InlineData("ja", "、")]
    [InlineData("ja", "!!!")]
    [InlineData("ja", "3")]
    public void Search_WhatSaysNothingOrIsNotThere_FindsNothing(string code, string query) => Assert.Empty(Find(code, query));

    [Theory]
    [InlineData("en", "men", "4-tokyo-o")]
    [InlineData("en", "man", "4-tokyo-o")]
    [InlineData("en", "fathers", "4-tokyo-o")]
    [InlineData("ja", "育業", "4-tokyo-u", "4-tokyo-o")]
    [InlineData("ja", "いくぎょう", "4-tokyo-u", "4-tokyo-o")]
    [InlineData("ja", "childcare", "4-tokyo-u", "4-tokyo-o")]
    [InlineData("en", "childcare", "4-tokyo-u", "4-tokyo-o")]
    [InlineData("en", "parental leave", "4-tokyo-u", "4-tokyo-o")]
    [InlineData("ja", "育休", "4-tokyo-u", "4-tokyo-o")]
    [InlineData("ja", "いくじ", "4-tokyo-u", "4-tokyo-o")]
    [InlineData("ja-easy", "いくじ", "4-tokyo-u", "4-tokyo-o")]
    [InlineData("ja", "こども", "4-tokyo-u", "4-tokyo-o")]
    [InlineData("ja", "男性育休", "4-tokyo-o")]
    [InlineData("ja", "育児介護", "4-tokyo-u")]
    [InlineData("ja", "いくじとかいご", "4-tokyo-u")]
    [InlineData("ja", "育児と仕事の両立", "4-tokyo-u")]
    [InlineData("ja", "介護,奨励金", "4-tokyo-u")]
    [InlineData("en", "caregiving", "4-tokyo-u")]
    [InlineData("ja", "補助金", "1-tokyo-u", "2-tokyo-a", "4-tokyo-u", "6-tokyo-o")]
    [InlineData("ja", "ほじょきん", "1-tokyo-u", "2-tokyo-a", "4-tokyo-u", "6-tokyo-o")]
    [InlineData("ja", "助成金", "1-tokyo-u", "2-tokyo-a", "4-tokyo-u", "6-tokyo-o")]
    [InlineData("ja", "じょせいきん", "1-tokyo-u", "2-tokyo-a", "4-tokyo-u", "6-tokyo-o")]
    [InlineData("ja", "補助金はありますか", "1-tokyo-u", "2-tokyo-a", "4-tokyo-u", "6-tokyo-o")]
    [InlineData("ja-easy", "おかね", "1-tokyo-u", "2-tokyo-a", "4-tokyo-u", "6-tokyo-o")]
    [InlineData("en", "subsidy", "1-tokyo-u", "2-tokyo-a", "4-tokyo-u", "6-tokyo-o")]
    [InlineData("en", "subsidies", "1-tokyo-u", "2-tokyo-a", "4-tokyo-u", "6-tokyo-o")]
    [InlineData("ja", "テレワーク補助金", "2-tokyo-a")]
    [InlineData("ja", "高齢者", "6-tokyo-a", "6-chamber-a", "6-chamber-e")]
    [InlineData("ja-easy", "年をとった人", "6-tokyo-a", "6-chamber-a", "6-chamber-e")]
    [InlineData("ja-easy", "わかいひと", "6-tokyo-a", "6-tokyo-i")]
    [InlineData("en", "foreign", "6-tokyo-u", "6-tokyo-e", "6-tokyo-o", "6-chamber-e")]
    [InlineData("en", "foreigner", "6-tokyo-u", "6-tokyo-e", "6-tokyo-o", "6-chamber-e")]
    [InlineData("en", "foreigners", "6-tokyo-u", "6-tokyo-e", "6-tokyo-o", "6-chamber-e")]
    [InlineData("en", "overseas", "6-tokyo-u", "6-tokyo-e", "6-tokyo-o", "6-chamber-e")]
    [InlineData("en", "foreign workers", "6-tokyo-u", "6-tokyo-e", "6-tokyo-o", "6-chamber-e")]
    [InlineData("en", "senior workers", "6-tokyo-a", "6-chamber-a", "6-chamber-e")]
    [InlineData("en", "foreign students", "6-tokyo-e")]
    [InlineData("en", "disabled", "6-tokyo-a")]
    [InlineData("en", "language", "6-tokyo-o")]
    [InlineData("en", "workcation", "2-tokyo-u")]
    [InlineData("en", "flextime", "3-chamber-u")]
    [InlineData("en", "cost", "2-tokyo-a", "6-tokyo-o")]
    [InlineData("en", "infertility", "4-tokyo-ka")]
    [InlineData("en", "take-home time", "1-tokyo-u")]
    [InlineData("en", "wage raise", "1-tokyo-u", "6-tokyo-a", "6-chamber-a")]
    [InlineData("en", "hiring", "6-tokyo-u", "6-chamber-a")]
    [InlineData("en", "women's health", "4-tokyo-ki")]
    [InlineData("en", "the expo", "4-tokyo-i", "4-chamber-i")]
    [InlineData("en", "certif", "4-tokyo-a", "4-chamber-a")]
    [InlineData("ja", "じょせいかつやく", "5-tokyo-a", "5-tokyo-i", "5-chamber-u")]
    [InlineData("ja", "DE&I", "4-tokyo-ki", "5-tokyo-i")]
    public void Search_WordsAsPeopleTypeThem_FindTheseMeasures(string code, string query, params string[] found) =>
        Assert.Equal(found.Select(f => "r7-" + f), Find(code, query).Select(m => m.Id.ToString()));

    // One word for the other, one writing for the other: both find the same.
    [Theory]
    [InlineData("ja", "ライフワークバランス", "ライフ・ワーク・バランス")]
    [InlineData("ja", "らいふわーくばらんす", "ライフ・ワーク・バランス")]
    [InlineData("ja", "ワークライフバランス", "ライフ・ワーク・バランス")]
    [InlineData("en", "work-life balance", "life-work balance")]
    [InlineData("ja", "在宅勤務", "テレワーク")]
    [InlineData("ja", "リモートワーク", "テレワーク")]
    [InlineData("ja-easy", "家で働く", "テレワーク")]
    [InlineData("en", "work from home", "telework")]
    [InlineData("en", "teleworking", "telework")]
    [InlineData("en", "telework!", "telework")]
    [InlineData("en", "telework?", "telework")]
    [InlineData("ja", "テレワーク。", "テレワーク")]
    [InlineData("ja", "テレワーク?", "テレワーク")]
    [InlineData("ja", "テレワーク？", "テレワーク")]
    [InlineData("ja", "テレワ-ク", "テレワーク")]
    [InlineData("ja", "じさびず", "時差Biz")]
    [InlineData("ja", "時差 Biz", "時差Biz")]
    [InlineData("en", "off-peak", "staggered hours")]
    [InlineData("ja", "人手不足", "人材確保")]
    [InlineData("en", "recruitment", "finding staff")]
    [InlineData("en", "recruiting", "finding staff")]
    [InlineData("en", "woman", "female")]
    [InlineData("ja-easy", "女の人", "女性")]
    [InlineData("ja-easy", "やすみ", "休暇")]
    [InlineData("en", "how to get a grant", "grants")]
    public void Search_OtherWordsForTheSame_FindTheSame(string code, string query, string same)
    {
        var found = Find(code, query);

        Assert.NotEmpty(found);
        Assert.Empty(Find(code, same).Except(found));
        Assert.True(found.Count < 20);
    }

    [Theory]
    [InlineData("5-tokyo-a")]
    [InlineData("6-tokyo-a")]
    [InlineData("1-tokyo-a")]
    public void Search_Consultation_FindsWhereAdviceIsGiven(string measure) =>
        Assert.Contains(Find("en", "consultation"), m => m.Id.ToString() == "r7-" + measure);

    [Fact]
    public void Search_InEasyJapanese_NeverFindsLessThanInJapanese()
    {
        var words = SearchWords.Groups.SelectMany(g => g).Concat(KanjiReadings.Known).Distinct();

        Assert.All(words, w => Assert.Empty(Find("ja", w).Except(Find("ja-easy", w))));
    }

    // The page says these where nothing is found.
    [Theory]
    [InlineData("ja", "介護", "相談", "奨励金", "テレワーク", "フレックスタイム", "介護 奨励金")]
    [InlineData("ja-easy", "介護", "相談", "お金", "テレワーク", "女の人", "介護 お金")]
    [InlineData("en", "care", "advice", "grant", "telework", "care leave", "flexitime")]
    public void Search_ExamplesOfThePage_FindSomething(string code, params string[] examples) =>
        Assert.All(examples, e => Assert.InRange(Find(code, e).Count, 1, 20));

    private static IReadOnlyList<Measure> Find(string code, string query) =>
        Reader.In(Language.Find(code)!, () => Plans.Search(R7, query));
}
