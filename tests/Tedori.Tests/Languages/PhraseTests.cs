using System.Text.RegularExpressions;
using Tedori.Functions.Components;
using Tedori.Functions.Languages;
using Tedori.Functions.Public.Kit;
using Tedori.Functions.Public.OpenData;
using Tedori.Functions.Public.Site;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Plans;

namespace Tedori.Tests.Languages;

/// <summary>Whatever pages say there is in every language, and nothing else is translated.</summary>
public sealed partial class PhraseTests
{
    private static readonly string[] Verbs = ["is", "was", "opens", "begins", "has", "does", "counts"];

    private static readonly string[] NotOfPages = ["-rules.json", "-edition.json", "-data.json"];

    public static TheoryData<string> Others => [.. Language.All.Where(l => !l.Binds).Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Phrases_OfPages_AreThoseThatTheSourcesSay(string code)
    {
        Assert.True(PhraseSources.Keys.Count > 200, $"{PhraseSources.Keys.Count}");
        Assert.Equal(
            PhraseSources.Keys.Order(StringComparer.Ordinal),
            FilesOf(code).Where(f => !NotOfPages.Any(f.Name.EndsWith)).SelectMany(f => f.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Calls_NameTheirSentenceWhereTheyStand() => Assert.Empty(PhraseSources.Hidden);

    [Theory]
    [MemberData(nameof(Others))]
    public void Phrases_OfProgrammeFiles_AreThoseOfTheProductsOwn(string code)
    {
        var edition = EditionReader.R7();
        Assert.Equal(
            new[] { "公益財団法人東京しごと財団", edition.Name, edition.Contact!.Office, edition.Contact.Hours }
                .Concat(edition.Groups.Select(g => g.Name)).Concat(edition.Items.Select(i => i.Name))
                .Concat(edition.Entry.Conditions.Select(c => c.Text)).Concat(edition.Filings.CompanyDocuments)
                .Concat(edition.Filings.ClaimDocuments).Concat(edition.Filings.WageDocuments)
                .Concat(edition.Filings.CompanyDeclarations).Concat(edition.Filings.ClaimDeclarations)
                .Concat(edition.Items.SelectMany(i => i.Schemes)).Append(edition.Grant.AfterGrant)
                .Concat(edition.Filings.ShortDocumentNames()).Concat(ClosedDays(edition))
                .Concat(new[] { edition.Letters.Appeal, edition.Letters.Review, edition.Letters.Visits, edition.Contact.Signatory }.OfType<string>()).ToHashSet().Order(StringComparer.Ordinal),
            FilesOf(code).Single(f => f.Name.EndsWith("-edition.json", StringComparison.Ordinal)).Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>The plan's own sentences stay as they are; what the office added to it, names of the kit, and the columns of tables, is said.</summary>
    [Theory]
    [MemberData(nameof(Others))]
    public void Phrases_OfData_AreThoseOfThePlanAndOfTheColumns(string code) => Assert.Equal(
        PlanReader.OfProduct.Plans.SelectMany(p => p.Areas).SelectMany(TextsOf)
            .Concat(MeasureSides.All.SelectMany(s => new[] { s.Name(), s.Heading() }))
            .Concat(OpenColumn.All.Select(c => c.Name)).Concat(KitText.OfProduct.Occasions.Values.Select(o => o.Name))
            .Concat(Enum.GetValues<KitChannel>().Select(KitLabels.Of)).Concat(KitItem.NewspaperLengths.Keys.Select(KitLabels.OfLength))
            // What is said elsewhere, too, is translated there.
            .Except(FilesOf(code).Where(f => !f.Name.EndsWith("-data.json", StringComparison.Ordinal)).SelectMany(f => f.Keys))
            .Order(StringComparer.Ordinal),
        FilesOf(code).Single(f => f.Name.EndsWith("-data.json", StringComparison.Ordinal)).Keys.Order(StringComparer.Ordinal));

    private static IEnumerable<string> TextsOf(PlanArea area) =>
    [
        area.Name, area.Short, .. MeasureSides.All.Select(area.NextOf), .. area.Measures.Select(m => m.Name),
        .. area.Measures.SelectMany(m => m.Fits).Select(f => f.Reason),
        .. area.Measures.SelectMany(m => m.Situations).Select(f => f.Reason),
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Phrases_OfRules_AreLiteralsOfTheRules(string code) => Assert.All(
        FilesOf(code).Where(f => f.Name.EndsWith("-rules.json", StringComparison.Ordinal)).SelectMany(f => f.Keys),
        key => Assert.True(IsOfRules(key), key));

    [Theory]
    [MemberData(nameof(Others))]
    public void Phrases_HaveThePlacesOfTheJapanese(string code) => Assert.All(Phrases.All(Language.Find(code)!), p =>
    {
        var (asked, said) = (PlacesOf(p.Key), PlacesOf(p.Value));
        Assert.Subset(asked, said);
        // What a rule explains further may be left out; what a page says may not.
        if (PhraseSources.Keys.Contains(p.Key))
            Assert.Equal(asked, said);
    });

    /// <summary>Where a number stands before a word for several, the word for one stands beside it.</summary>
    [Fact]
    public void Phrases_InEnglish_SayOneThingInTheSingular() => Assert.DoesNotContain(
        Phrases.All(Language.English).Values, text => Counted().Matches(text).Any(m => !Verbs.Contains(m.Groups["word"].Value)));

    [Theory]
    [InlineData(0, "There are 0 errors in what you entered")]
    [InlineData(1, "There is 1 error in what you entered")]
    [InlineData(2, "There are 2 errors in what you entered")]
    [InlineData(11, "There are 11 errors in what you entered")]
    public void Phrase_WithACount_SaysOneOrSeveral(int count, string said) =>
        Assert.Equal(said, Reader.In(Language.English, () => Phrases.Say("入力内容に{0}件の誤りがあります", count)));

    /// <summary>A name stands within its sentence, not before or behind it as if it had been put there.</summary>
    [Fact]
    public void Phrases_InEnglish_NameAProcedureWithinTheirSentence() => Assert.All(
        new[] { "{0}の手続き", "{0}をする", "{0}する", "{0}を差し替える", "{0}の差し替え", "{0}の受付票", "{0}の受付票を見る", "{0}の申請の内容", "{0}: 内容の確認", "{0}: 入力の状況" },
        key => Assert.DoesNotMatch(@"\{0\}:|: \{0\}|\(\{0\}\)", Phrases.All(Language.English)[key]));

    /// <summary>What other phrases are put around is a noun in easy Japanese, too.</summary>
    [Fact]
    public void Phrases_InEasyJapanese_NameWhatStandsInOthersByNouns() => Assert.All(
        Enum.GetValues<Step>().Select(CaseLabels.Of).Concat(Enum.GetValues<Outcome>().Select(CaseLabels.Of))
            .Concat(["補正の回答", "補正(1回目)の回答", "補正の期限", "項目の制度と日付の訂正", "企業の概要", "取り組む項目と計画", "実施した項目と証拠書類"]),
        name => Assert.DoesNotMatch(
            "(す|る|く|う|た|ない)$",
            Reader.In(Language.Easy, () => Regex.Replace(Sentences.Find(name) ?? "ない", @"\([^()]*\)$", ""))));

    [Fact]
    public void Phrases_InEnglish_HoldNoJapanese() =>
        Assert.All(Phrases.All(Language.English).Values, text => Assert.DoesNotContain(text, JapaneseText.IsJapanese));

    [Theory]
    [MemberData(nameof(Others))]
    public void Site_InEveryLanguage_HasTheSamePagesSectionsAndFacts(string code)
    {
        var japanese = SiteText.In(Language.Japanese);
        var other = SiteText.In(Language.Find(code)!);

        Assert.Equal(japanese.Select(p => p.Key), other.Keys);
        Assert.All(japanese, page =>
        {
            Assert.Equal(
                page.Value.Sections.Select(s => (s.Id, s.Show, s.Text.Count, s.After?.Count)),
                other[page.Key].Sections.Select(s => (s.Id, s.Show, s.Text.Count, s.After?.Count)));
            Assert.Equal(page.Value.Lead.Count, other[page.Key].Lead.Count);
            Assert.All(page.Value.Sections.Zip(other[page.Key].Sections), pair =>
                Assert.Equal(FactsOf(pair.First), FactsOf(pair.Second)));
        });
    }

    private static HashSet<string> FactsOf(SiteSectionText section) => section.Text.Concat(section.After ?? [])
        .Append(section.Heading).SelectMany(t => Fact().Matches(t)).Select(m => m.Value).ToHashSet();

    private static HashSet<string> PlacesOf(string text) => Place().Matches(text).Select(m => m.Value).ToHashSet();

    // A rule puts its sentences together of literals: each piece of the phrase is in one of them.
    private static bool IsOfRules(string key) => PhraseSources.Rules.Contains(key) || Phrases.Parts(key)
        .SelectMany(p => p.Text.Split(["(", ")", "。", "「", "」", "="], StringSplitOptions.RemoveEmptyEntries))
        .All(piece => PhraseSources.Rules.Any(r => r.Contains(piece.Trim(':', ' '), StringComparison.Ordinal)));

    private static IEnumerable<string> ClosedDays(Edition edition) => edition.Calendar
        .ClosedDays(new(2024, 1, 1), new(2030, 12, 31)).Select(d => edition.Calendar.ClosedBecause(d)!)
        .Where(why => why is not ("土曜日" or "日曜日"));

    private static IEnumerable<(string Name, IEnumerable<string> Keys)> FilesOf(string code) =>
        typeof(Phrases).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith($"Languages/phrases-{code}-", StringComparison.Ordinal))
            .Select(n => (n, JsonKeys(EmbeddedText.Read(n))));

    private static IEnumerable<string> JsonKeys(string json) =>
        System.Text.Json.JsonDocument.Parse(json).RootElement.EnumerateObject().Select(p => p.Name);

    [GeneratedRegex(@"\{\d\} (more |working |business )?(?<word>[a-z]+s|people)\b")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\{[A-Za-z]+\}")]
    private static partial Regex Fact();
}
