using Tedori.Programme.Entries;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Entries;

public sealed class EntryCheckTests
{
    private static readonly EntryDeclaration Good = new()
    {
        Kind = EntryDeclaration.Corporation,
        CompanyName = "株式会社見本",
        CorporateNumber = "7123456789012",
        Representative = "見本 太郎",
        Address = "東京都千代田区飯田橋1-1-1",
        Employees = "25",
        ContactName = "見本 花子",
        Email = "hanako@example.jp",
        EmailAgain = "hanako@example.jp",
        Phone = "03-0000-0000",
        Conditions = Sample.R7.Entry.Conditions.Select(c => c.Id).ToHashSet(),
        Consent = true,
    };

    [Fact]
    public void Run_AllInOrder_GivesTheForm() =>
        Assert.Equal(Sample.Form, Complete(Good) with { Declared = null });

    [Fact]
    public void Run_AllInOrder_RecordsWhatWasDeclaredAndConsentedTo()
    {
        var declared = Complete(Good).Declared!;
        Assert.Equal(Sample.R7.Entry.Conditions.Select(c => c.Id), declared.Conditions);
        Assert.True(declared.Consent);
        Assert.Matches("^[0-9a-f]{64}$", declared.Wording);
    }

    [Fact]
    public void Run_OtherWordsOfACondition_AreAnotherStatement()
    {
        var conditions = Sample.R7.Entry.Conditions.Select(c => c with { Text = c.Text + "。" }).ToList();
        var other = Sample.R7 with { Entry = Sample.R7.Entry with { Conditions = conditions } };
        Assert.NotEqual(EntryStatement.Of(Sample.R7, Good), EntryStatement.Of(other, Good));
    }

    [Fact]
    public void Run_FullWidthDigitsAndHyphens_AreRead()
    {
        var form = Complete(
            Good with { CorporateNumber = "７-1234-5678-9012", Employees = "３００", Phone = "０３-００００-００００" });
        Assert.Equal(("7123456789012", 300, "03-0000-0000"), (form.CorporateNumber, form.Employees, form.Phone));
    }

    [Theory]
    [InlineData("employees", "25人")]
    [InlineData("employees", "２５ 名")]
    [InlineData("employees", "025")]
    [InlineData("phone", "０３　００００　００００")]
    [InlineData("phone", "03\u20130000\u20150000")]
    [InlineData("phone", "+81 3-0000-0000")]
    [InlineData("phone", "+81 (0)3-0000-0000")]
    [InlineData("phone", "(03)0000ー0000")]
    [InlineData("phone", "\u202A03-0000-0000\u202C")]
    [InlineData("corporate-number", "7\u22121234\u20105678ー9012")]
    [InlineData("company-name", "株式会社\u200B見本")]
    [InlineData("email", "ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ")]
    [InlineData("email", "hanako@example.jp\u200B")]
    public void Run_OtherWritings_GiveTheSameForm(string field, string typed)
    {
        var form = Complete(With(field, typed));
        Assert.Equal(Sample.Form with { Declared = form.Declared }, form);
    }

    [Theory]
    [InlineData("価格.com株式会社")]
    [InlineData("Booking.com Japan合同会社")]
    [InlineData("A.I.S.株式会社")]
    public void Run_NameWithADomainOfItsOwn_IsAName(string name) =>
        Assert.Equal(name, Complete(Good with { CompanyName = name }).CompanyName);

    [Fact]
    public void Run_SoleProprietor_HasNoNumber() => Assert.Null(
        Complete(Good with { Kind = EntryDeclaration.Proprietor, CorporateNumber = "" }).CorporateNumber);

    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "kind", "", "kindMissing", "法人か個人事業主かを選んでください" },
        { "company-name", "", "textMissing", "企業名を入力してください" },
        { "company-name", new string('あ', 101), "textTooLong", "企業名は100文字以内" },
        { "company-name", "見\u0007本", "textNotPlain", "制御文字" },
        { "company-name", "当選しました https://evil.example/", "textWithUrl", "企業名にはURL" },
        { "company-name", "当選 ＷＷＷ．evil．example", "textWithUrl", "企業名にはURL" },
        { "contact-name", "evil.example/win", "textWithUrl", "担当者の氏名にはURL" },
        { "representative", "a@evil.example", "textWithUrl", "代表者の氏名にはURL" },
        { "address", "http://evil.example", "textWithUrl", "所在地にはURL" },
        { "corporate-number", "", "corporateNumberLength", "13桁" },
        { "corporate-number", "712345678901x", "corporateNumberLength", "13桁" },
        { "corporate-number", "1123456789012", "corporateNumberWrong", "検査用数字" },
        { "representative", " ", "textMissing", "代表者の氏名を入力" },
        { "address", "", "textMissing", "所在地を入力" },
        { "employees", "", "employeesMissing", "1以上の整数" },
        { "employees", "0", "employeesMissing", "従業員数: 1から999,999までの数字で入力してください。" },
        { "employees", "-1x", "employeesMissing", "従業員数: 「-」(U+002D)は使えません。数字だけで入力してください(3桁ごとのコンマは使えます)。" },
        { "employees", "99999999999999999999", "employeesMissing", "従業員数: 1から999,999までの数字で入力してください。" },
        { "employees", "301", "tooManyEmployees", "300人を超える" },
        { "contact-name", "", "textMissing", "担当者の氏名を入力" },
        { "email", "hanako", "emailWrong", "name@example.jp" },
        { "email", "hanako@example", "emailWrong", "name@example.jp" },
        { "email", "a b@example.jp", "emailWrong", "name@example.jp" },
        { "email", "a@example.jp\r\nBcc: b@example.jp", "emailWrong", "name@example.jp" },
        { "email-again", "taro@example.jp", "emailsDiffer", "2つのEメールアドレスが違います" },
        { "phone", "0000", "phoneWrong", "10桁か11桁" },
        { "phone", "+81-3-0000-00000000", "phoneWrong", "10桁か11桁" },
        { "phone", "03-0000-0000内線1", "phoneWrong", "「内」(U+5185)" },
        { "company-name", "\u200B", "textMissing", "企業名を入力してください" },
        { "company-name", "\u3164", "textMissing", "企業名を入力してください" },
        { "company-name", "\u202Eレプンサ", "textNotPlain", "(U+202E)" },
        { "representative", "\u2800", "textMissing", "代表者の氏名を入力" },
        { "address", "東京都\u2066千代田区", "textNotPlain", "(U+2066)" },
        { "employees", "3-5", "employeesMissing", "「-」(U+002D)" },
        { "employees", "5(2)", "employeesMissing", "「(」(U+0028)" },
        { "employees", "-5", "employeesMissing", "「-」(U+002D)" },
        { "employees", "3,5", "employeesMissing", "コンマ" },
        { "employees", "2ー3", "employeesMissing", "「ー」(U+30FC)" },
        { "employees", "3 0", "employeesMissing", "空白(U+0020)" },
        { "email", "hanako@exämple.jp", "emailWrong", "(U+00E4)" },
        { "condition-workRules", "", "conditionNotDeclared", "就業規則" },
        { "consent", "", "consentMissing", "個人情報の取扱い" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Run_OneFieldWrong_IsOneRefusalThereThatSaysWhatToDo(
        string field, string typed, string code, string text)
    {
        var refusal = Assert.Single(Refusals(With(field, typed)));
        Assert.Equal((field, code), (refusal.Field, refusal.Refusal.Code));
        Assert.Contains(text, refusal.Refusal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("仮定", refusal.Refusal.Text, StringComparison.Ordinal);
        Assert.EndsWith("。", refusal.Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ProprietorWithANumber_IsAskedWhichItIs() => Assert.Equal(
        "corporateNumberOfProprietor",
        Assert.Single(Refusals(Good with { Kind = EntryDeclaration.Proprietor })).Refusal.Code);

    [Fact]
    public void Run_NothingTyped_ReportsEveryFieldInTheOrderOfTheForm()
    {
        var nothing = new EntryDeclaration
        {
            Kind = "",
            CompanyName = "",
            CorporateNumber = "",
            Representative = "",
            Address = "",
            Employees = "",
            ContactName = "",
            Email = "",
            EmailAgain = "",
            Phone = "",
            Conditions = new HashSet<string>(),
            Consent = false,
        };
        Assert.Equal(
            ["kind", "company-name", "corporate-number", "representative", "address", "employees", "contact-name",
                "email", "phone",
             .. Sample.R7.Entry.Conditions.Select(c => $"condition-{c.Id}"), "consent"],
            Refusals(nothing).Select(r => r.Field));
    }

    internal static EntryDeclaration With(string field, string typed) => field switch
    {
        "kind" => Good with { Kind = typed },
        "company-name" => Good with { CompanyName = typed },
        "corporate-number" => Good with { CorporateNumber = typed },
        "representative" => Good with { Representative = typed },
        "address" => Good with { Address = typed },
        "employees" => Good with { Employees = typed },
        "contact-name" => Good with { ContactName = typed },
        "email" => Good with { Email = typed, EmailAgain = typed },
        "email-again" => Good with { EmailAgain = typed },
        "phone" => Good with { Phone = typed },
        "consent" => Good with { Consent = false },
        _ => Good with { Conditions = Good.Conditions.Where(c => $"condition-{c}" != field).ToHashSet() },
    };

    private static EntryForm Complete(EntryDeclaration typed) =>
        Assert.IsType<EntryChecked.Complete>(EntryCheck.Run(Sample.R7, typed)).Form;

    private static IReadOnlyList<FieldRefusal> Refusals(EntryDeclaration typed) =>
        Assert.IsType<EntryChecked.Incomplete>(EntryCheck.Run(Sample.R7, typed)).Refusals;
}
