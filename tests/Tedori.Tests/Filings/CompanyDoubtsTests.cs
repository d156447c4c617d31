using Tedori.Functions.Languages;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Testing.Cases;
using Tedori.Tests.Applicants;

namespace Tedori.Tests.Filings;

/// <summary>What does not fit together in a company registration is filed, and said to both sides.</summary>
public sealed class CompanyDoubtsTests
{
    private static readonly CaseState Won = CaseEvolution.Fold(Story.Won);

    [Theory]
    [InlineData("insured", "30", "雇用保険に加入している従業員数(30人)が、常時雇用する従業員数(25人)より多くなっています。")]
    [InlineData("office", "大阪府大阪市北区1-1", "都内の主な事業所の所在地が、東京都の住所として読み取れません。")]
    [InlineData("office", "神奈川県横浜市中区1-1", "都内の主な事業所の所在地が、東京都の住所として読み取れません。")]
    [InlineData("office", "〒530-0001 大阪市北区1-1", "都内の主な事業所の所在地が、東京都の住所として読み取れません。")]
    [InlineData("office", "Osaka-shi, Osaka", "都内の主な事業所の所在地が、東京都の住所として読み取れません。")]
    [InlineData("office", "北海道札幌市1-1", "都内の主な事業所の所在地が、東京都の住所として読み取れません。")]
    [InlineData("yearlyDays", "315", "1年の所定労働日数(315日)が、週1日の休日を除いた日数(314日)を超えています。")]
    [InlineData("rulesFiledOn", "2025/5/20", "就業規則を届け出た日(令和7年5月20日(火))が、事前エントリーの日(令和7年5月19日(月))より後です。")]
    public void Paper_WithWhatDoesNotFit_SaysSoInEveryLanguage(string field, string text, string said)
    {
        var note = Assert.Single(NotesOf((field, text)));

        Assert.Equal($"確認してください: {said}", note);
        Assert.All(Language.All.Where(l => !l.Binds), l => Assert.NotNull(Reader.In(l, () => Sentences.Find(note))));
    }

    [Theory]
    [InlineData("insured", "25")]
    [InlineData("office", "千代田区飯田橋1-1-1")]
    [InlineData("office", "東京都府中市宮西町2-24")]
    [InlineData("office", "〒１９０－０１００ 桧原村467-1")]
    [InlineData("office", "102-0072千代田区飯田橋3-10-3")]
    [InlineData("office", "青ケ島村無番地")]
    [InlineData("office", "3-10-3 Iidabashi, Chiyoda-ku, Tokyo")]
    [InlineData("yearlyDays", "314")]
    [InlineData("rulesFiledOn", "2025/5/19")]
    public void Paper_WithWhatFits_SaysNothing(string field, string text) => Assert.Empty(NotesOf((field, text)));

    private static IReadOnlyList<string> NotesOf((string Name, string Text) changed)
    {
        var answers = new Dictionary<string, string>
        {
            ["employees"] = "25",
            ["insured"] = "20",
            ["office"] = "東京都千代田区飯田橋1-1-1",
            ["rulesFiledOn"] = "2024/4/1",
            ["yearlyDays"] = "245",
            [changed.Name] = changed.Text,
        };
        var form = FilingForms.Of(Sample.R7, Won, new(FormKind.Company))!;
        return FilingPaper.Of(Sample.R7, Won, form, new(answers)).Notes;
    }
}
