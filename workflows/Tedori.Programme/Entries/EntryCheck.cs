using Tedori.Programme.Editions;
using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>
/// Checks a declaration of the pre-entry. Pure; a refusal names the place in the guideline or law it comes from, where
/// there is one: that a value is an assumption is a matter of the staff. The window is not its matter: that is decided
/// by the time of receipt (<see cref="EntryWindow"/>).
/// </summary>
public static class EntryCheck
{
    private const string Mail = "結果はEメールで通知します。募集要項1(4)(ア)";

    /// <summary>Checks everything and reports all refusals at once.</summary>
    public static EntryChecked Run(Edition edition, EntryDeclaration typed)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(typed);
        var log = new EntryFindings();
        var kind = typed.Kind is EntryDeclaration.Corporation or EntryDeclaration.Proprietor;
        log.Require(kind, EntryField.Kind, "kindMissing", $"法人か個人事業主かを選んでください。");
        var form = new EntryForm(
            log.Text(EntryField.CompanyName, typed.CompanyName, "企業名", 100),
            Number(log, typed),
            log.Text(EntryField.Representative, typed.Representative, "代表者の氏名", 60),
            log.Text(EntryField.Address, typed.Address, "所在地", 200),
            Employees(log, edition, typed.Employees),
            log.Text(EntryField.ContactName, typed.ContactName, "担当者の氏名", 60),
            Email(log, typed),
            Phone(log, typed.Phone),
            EntryStatement.Of(edition, typed),
            typed.Language);
        foreach (var condition in edition.Entry.Conditions)
        {
            log.Require(
                typed.Conditions.Contains(condition.Id), EntryField.Condition(condition.Id), "conditionNotDeclared",
                $"申請要件「{condition.Text}」に当てはまることを確認し、チェックを入れてください{EntryFindings.From(condition.Rule)}。");
        }

        log.Require(typed.Consent, EntryField.Consent, "consentMissing",
            "個人情報の取扱いに同意する場合は、チェックを入れてください。同意がないとエントリーできません。");
        return log.Refusals.Count == 0 ? new EntryChecked.Complete(form) : new EntryChecked.Incomplete(log.Refusals);
    }

    private static string? Number(EntryFindings log, EntryDeclaration typed)
    {
        var number = CorporateNumbers.Read(typed.CorporateNumber);
        if (typed.Kind == EntryDeclaration.Proprietor)
        {
            log.Require(PlainText.Clean(typed.CorporateNumber).Length == 0, EntryField.CorporateNumber, "corporateNumberOfProprietor",
                "個人事業主には法人番号がありません。番号を消すか、「法人」を選んでください(法人番号の指定等に関する省令)。");
            return null;
        }

        log.Require(number.Refusal, EntryField.CorporateNumber, "法人番号");
        log.Require(
            !number.IsRead || CorporateNumber.TryParse(number.Value, out _), EntryField.CorporateNumber,
            "corporateNumberWrong",
            "法人番号が正しくありません。先頭の検査用数字が合わないため、13桁を見直してください(法人番号の指定等に関する省令)。");
        return number.IsRead ? number.Value : null;
    }

    private static int Employees(EntryFindings log, Edition edition, string typed)
    {
        var most = edition.Entry.MaximumEmployees;
        var read = Numbers.Read(typed, 1, 999_999, Numbers.Persons);
        var count = read.IsRead ? (int)read.Value : 0;
        log.Require(
            read.IsRead, EntryField.Employees, "employeesMissing", PlainText.Clean(typed).Length == 0
                ? $"常時雇用する従業員数を1以上の整数で入力してください{RuleOfEmployees(edition)}。"
                : $"常時雇用する従業員数: {read.Refusal?.Text.TrimEnd('。')}{RuleOfEmployees(edition)}。");
        log.Require(count <= most, EntryField.Employees, "tooManyEmployees",
            $"常時雇用する従業員数が{most}人を超える企業は対象になりません。人数を確かめてください{RuleOfEmployees(edition)}。");
        return count;
    }

    private static string RuleOfEmployees(Edition edition) => EntryFindings.From(
        edition.Assumptions.Any(a => a.Path == "entry.maximumEmployees") ? "" : "募集要項の対象事業者");

    private static string Email(EntryFindings log, EntryDeclaration typed)
    {
        var email = MailAddresses.Read(typed.Email);
        log.Require(email.Refusal, EntryField.Email, "Eメールアドレス", Mail);
        log.Require(
            !email.IsRead || MailAddresses.AreSame(email.Value, typed.EmailAgain),
            EntryField.EmailAgain, "emailsDiffer", $"2つのEメールアドレスが違います。同じものを入力してください({Mail})。");
        return email.IsRead ? email.Value : "";
    }

    private static string Phone(EntryFindings log, string typed)
    {
        var phone = Phones.Read(typed);
        log.Require(phone.Refusal, EntryField.Phone, "電話番号");
        return phone.IsRead ? phone.Value : "";
    }
}

/// <summary>Collects what is wrong with a declaration.</summary>
internal sealed class EntryFindings
{
    private readonly List<FieldRefusal> refusals = [];

    public IReadOnlyList<FieldRefusal> Refusals => refusals;

    public void Require(bool holds, string field, string code, string text)
    {
        if (!holds)
            refusals.Add(new(field, new(code, text)));
    }

    /// <summary>Where a rule stands, in brackets; nothing where that is not known.</summary>
    public static string From(string rule) => rule.Length == 0 ? "" : $"({rule})";

    /// <summary>What a reader refused, with the rule that asks for the field.</summary>
    public void Require(Refusal? refusal, string field, string what, string rule = "")
    {
        if (refusal is not null)
            refusals.Add(new(field, new(refusal.Code, $"{what}: {refusal.Text.TrimEnd('。')}{From(rule)}。")));
    }

    /// <summary>A text that must be there, on one line, of bounded length.</summary>
    public string Text(string field, string typed, string what, int most)
    {
        var text = PlainText.Clean(typed);
        Require(text.Length > 0, field, "textMissing", $"{what}を入力してください。");
        Require(text.Length <= most, field, "textTooLong", $"{what}は{most}文字以内で入力してください。");
        Require(!WebAddresses.AreIn(text), field, "textWithUrl",
            $"{what}にはURLやEメールアドレスを入れられません。除いてください。");
        Require(PlainText.Fault(text), field, what);
        return text;
    }
}
