using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Filings;

public sealed partial class FilingFormsTests
{
    private static readonly CaseState Passed = CaseEvolution.Fold(Story.Passed);
    private static readonly FilingForm Project = Form(Passed, new(FormKind.Project));

    [Fact]
    public void Forms_OfEveryKind_HaveFieldsOfTheirOwnNames() => Assert.All(
        new[]
        {
            Form(CaseEvolution.Fold(Story.Won), new(FormKind.Company)), Project,
            Form(CaseEvolution.Fold(Story.PlannedWage), new(FormKind.Claim)),
            Form(CaseEvolution.Fold(Story.Asked), new(FormKind.Correction, 1)),
        },
        form =>
        {
            Assert.Equal(form.Fields.Count(), form.Fields.Select(f => f.Name).Distinct().Count());
            Assert.All(form.Fields.Where(f => f.With is not null),
                f => Assert.Contains(form.Fields, o => o.Name == f.With));
        });

    [Fact]
    public void Faults_OfAnEmptyCompanyForm_NameEveryFieldThatIsRequired()
    {
        var form = Form(CaseEvolution.Fold(Story.Won), new(FormKind.Company));

        var faults = FilingForms.Faults(Sample.R7, form, FormAnswers.None);

        Assert.Equal(form.Fields.Where(f => f.Required).Select(f => f.Name), faults.Select(f => f.Field));
        Assert.All(faults, f => Assert.EndsWith("。", f.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("capital", "一千万", "notNumber")]
    [InlineData("employees", "301", "outOfRange")]
    [InlineData("employees", "0", "outOfRange")]
    [InlineData("founded", "2001/13/1", "notDate")]
    [InlineData("capital", "10-5", "notNumber")]
    [InlineData("capital", "1,00", "notNumber")]
    [InlineData("capital", "-5", "notNumber")]
    [InlineData("capital", "1 000", "notNumber")]
    [InlineData("capital", "1,000円", null)]
    [InlineData("capital", "￥２００，０００", null)]
    [InlineData("capital", "２０００００", null)]
    [InlineData("capital", "200000人", "notNumber")]
    [InlineData("yearlyDays", "245日", null)]
    [InlineData("employees", "25人", null)]
    [InlineData("founded", "平成13年4月1日", null)]
    [InlineData("founded", "H13.4.1", null)]
    [InlineData("founded", "20010401", null)]
    [InlineData("founded", "２００１/４/１", null)]
    [InlineData("founded", "0000-01-01", "notDate")]
    [InlineData("founded", "9999-12-31", "outOfRange")]
    [InlineData("founded", "1872-12-31", "outOfRange")]
    [InlineData("rulesFiledOn", "1947-08-31", "outOfRange")]
    [InlineData("industry", "\u202Eスビーサ", "textNotPlain")]
    [InlineData("dailyHours", "8:00", null)]
    [InlineData("dailyHours", "8:07", "notHours")]
    [InlineData("dailyHours", "７．７５", null)]
    [InlineData("dailyHours", "25", "outOfRange")]
    [InlineData("dailyHours", "0", "outOfRange")]
    [InlineData("capital", "1,000,000", null)]
    [InlineData("capital", "1000000", null)]
    [InlineData("founded", "2001/4/1", null)]
    [InlineData("dailyHours", "7.75", null)]
    public void Faults_OfOneField_FollowItsKind(string field, string text, string? code)
    {
        var form = Form(CaseEvolution.Fold(Story.Won), new(FormKind.Company));
        var answers = form.Take(name => name == field ? text : "");

        var fault = FilingForms.Faults(Sample.R7, form, answers).SingleOrDefault(f => f.Field == field);

        Assert.Equal(code, fault?.Code);
    }

    [Fact]
    public void Faults_TooFewItems_StandAtTheFirst() =>
        Assert.Equal("tooFewItems", Assert.Single(Faults(("item-1", "yes"), ("plan-1", "計画"))).Code);

    [Fact]
    public void Faults_ItemWithoutItsPlan_NameThePlan() =>
        Assert.Equal("plan-6", Assert.Single(Faults(("item-1", "yes"), ("plan-1", "計画"), ("item-6", "yes"))).Field);

    [Fact]
    public void Faults_WageItem_NeedsAPersonWhoseRaiseHolds()
    {
        (string, string)[] chosen = [("item-1", "yes"), ("plan-1", "計画"), ("item-15", "yes"), ("plan-15", "計画")];
        (string, string)[] person =
            [.. chosen, ("wage-1-employee", "A-1"), ("wage-1-before", "200000"), ("wage-1-hours", "170")];

        Assert.Equal("wage-1-employee", Assert.Single(Faults(chosen)).Field);
        Assert.Equal("raiseTooSmall", Assert.Single(Faults([.. person, ("wage-1-after", "210199")])).Code);
        Assert.Empty(Faults([.. person, ("wage-1-after", "210200")]));
    }

    [Fact]
    public void Faults_OfAClaimWithoutAnItem_StandAtTheFirst() =>
        Assert.Equal(("item-1", "tooFewItems"), ClaimFault());

    [Theory]
    [InlineData("210199", "wage-1-after", "raiseTooSmall")]
    [InlineData("210200", null, null)]
    public void Faults_OfAClaimForTheWageItem_FollowTheRaise(string after, string? field, string? code) => Assert.Equal(
        (field, code),
        ClaimFault(
            ("item-15", "yes"), ("wage-1-employee", "A-1"), ("wage-1-before", "200000"), ("wage-1-after", after),
            ("wage-1-hours", "170")));

    [Fact]
    public void Faults_TheSamePersonTwice_StandAtTheSecond()
    {
        var lines = Enumerable.Range(1, 2).SelectMany(n => new[]
        {
            ($"wage-{n}-employee", "A-1"), ($"wage-{n}-before", "1000"), ($"wage-{n}-after", "1100"),
        });

        var fault = Assert.Single(
            Faults([("item-1", "yes"), ("plan-1", "計画"), ("item-15", "yes"), ("plan-15", "計画"), .. lines]));

        Assert.Equal(("wage-2-employee", "employeeTwice"), (fault.Field, fault.Code));
    }

    [Theory]
    [InlineData("A1", "Ａ１")]
    [InlineData("A1", "a1")]
    [InlineData("A1", "A1\u200B")]
    [InlineData("001", "1")]
    [InlineData("A-1", "A\u22121")]
    public void Faults_OneEmployeeInTwoWritings_AreOnePersonInBothForms(string one, string other)
    {
        (string, string)[] lines =
        [
            ("item-15", "yes"), ("plan-15", "計画"), ("since-15", "2025/11/1"),
            ("wage-1-employee", one), ("wage-1-before", "1000"), ("wage-1-after", "1100"),
            ("wage-2-employee", other), ("wage-2-before", "1000"), ("wage-2-after", "1100"),
        ];

        Assert.Equal("employeeTwice", Assert.Single(Faults([("item-1", "yes"), ("plan-1", "計画"), .. lines])).Code);
        Assert.Equal(("wage-2-employee", "employeeTwice"), ClaimFault(lines));
    }

    [Theory]
    [InlineData("10", "", "9:00", "restTooShort", "rest-1-hours")]
    [InlineData("12", "11", "9:00", "restExists", "rest-1-existing")]
    [InlineData("11", "", "25:00", "notTime", "rest-1-start")]
    public void Faults_OfTheRest_StandAtTheirField(
        string hours, string existing, string start, string code, string field)
    {
        var fault = Assert.Single(Faults(
            ("item-1", "yes"), ("plan-1", "計画"), ("item-2", "yes"), ("plan-2", "計画"), ("scheme-2-2", "yes"),
            ("agreed-2", "労使で決めました。"), ("rest-1-occupation", "全職種"),
            ("rest-1-hours", hours), ("rest-1-existing", existing), ("rest-1-start", start),
            ("rest-1-overlap", "deemedWorked")));

        Assert.Equal((code, field), (fault.Code, fault.Field));
    }

    [Fact]
    public void Paper_OfAnswers_HoldsWhatIsAskedAndNothingElse()
    {
        var answers = Answers(("item-1", "yes"), ("plan-1", "計画1"), ("plan-3", "選ばない項目"));

        var paper = FilingPaper.Of(Sample.R7, Passed, Project, answers);

        Assert.Equal(["item-1", "plan-1"], paper.Answers.Keys);
        Assert.Equal(TedoriJson.Write(paper), TedoriJson.Write(FilingPaper.Of(Sample.R7, Passed, Project, answers)));
        Assert.Equal(TedoriJson.Write(paper), TedoriJson.Write(TedoriJson.Read<FilingPaper>(TedoriJson.Write(paper))));
    }

    [Fact]
    public void Take_OfAnything_KeepsOnlyFieldsOfTheFormAndBoundsThem()
    {
        var taken = Project.Take(
            name => name == "plan-1" ? new string('あ', 100_000) + "\u0007\ud800" : name == "item-1" ? " yes " : "");

        Assert.Equal(["item-1", "plan-1"], taken.Texts.Keys);
        Assert.Equal("yes", taken["item-1"]);
        Assert.Equal(1_200, taken["plan-1"].Length);
    }

    [Theory]
    [InlineData("company", true)]
    [InlineData("project", true)]
    [InlineData("claim", true)]
    [InlineData("correction-2", true)]
    [InlineData("correction-0", false)]
    [InlineData("correction-02", false)]
    [InlineData("correction", false)]
    [InlineData("Company", false)]
    [InlineData("", false)]
    [InlineData("../company", false)]
    public void FormKey_Parsed_IsThePrintedFormOnly(string text, bool known)
    {
        Assert.Equal(known, FormKey.TryParse(text, out var key));
        if (known)
            Assert.Equal(text, key.ToString());
    }

    [Fact]
    public void Claim_OfAProject_OffersItsItemsOnly()
    {
        var form = Form(CaseEvolution.Fold(Story.PlannedWage), new(FormKind.Claim));

        Assert.Equal(["item-1", "item-15"],
            form.Fields.Where(f => f.Name.StartsWith("item-", StringComparison.Ordinal)).Select(f => f.Name));
        Assert.Contains(form.Fields, f => f.Label == "賃金台帳(引上げの前後)");
    }

    [Fact]
    public void Company_OfAnotherEdition_AsksForItsDocuments()
    {
        var edition = Assert.IsType<EditionReading.Valid>(EditionReader.Read(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Programmes", "Editions", "r8.json")))).Edition;

        var form = FilingForms.Of(edition, CaseEvolution.Fold(Story.Won), new(FormKind.Company))!;

        Assert.Equal("会社案内", form.Sections.Single(s => s.Id == "documents").Fields.Single().Label);
    }

    // The first that is about items or wages; the declarations and documents of the claim are not filled in.
    private static (string? Field, string? Code) ClaimFault(params (string Name, string Text)[] texts)
    {
        var claim = Form(CaseEvolution.Fold(Story.PlannedWage), new(FormKind.Claim));
        var answers = claim.Take(name => texts.FirstOrDefault(t => t.Name == name).Text ?? "");
        var fault = FilingForms.Faults(Sample.R7, claim, answers).FirstOrDefault(
            f => f.Field.StartsWith("item-", StringComparison.Ordinal)
                || f.Field.StartsWith("wage-", StringComparison.Ordinal));
        return (fault?.Field, fault?.Code);
    }

    private static FilingForm Form(CaseState state, FormKey key) => FilingForms.Of(Sample.R7, state, key)!;

    private static FormAnswers Answers(params (string Name, string Text)[] texts) =>
        Project.Take(name => texts.FirstOrDefault(t => t.Name == name).Text ?? "");

    private static IReadOnlyList<FormFault> Faults(params (string Name, string Text)[] texts) =>
        FilingForms.Faults(Sample.R7, Project, Answers(texts));
}
