using System.Globalization;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Filings;

/// <summary>The form of the company registration (企業情報の登録).</summary>
internal static class CompanyForm
{
    public static FilingForm Of(Edition edition, CaseState state) => new(
        new(FormKind.Company),
        "企業情報の登録",
        [
            new("company", "企業の概要", SectionKind.Plain, Company(edition, state)),
            new("labour", "労働条件", SectionKind.Plain,
            [
                new("rulesFiledOn", "就業規則を届け出た日", FieldKind.Date) { Support = "労働基準監督署の受付印の日付です。例: 2024/4/1" },
                new("dailyHours", "1日の所定労働時間", FieldKind.Hours) { Maximum = 24, Support = "例: 7.75" },
                new("yearlyDays", "1年の所定労働日数", FieldKind.Number) { Minimum = 1, Maximum = 366 },
            ]),
            DocumentFields.Section("添付する書類", edition.Filings.CompanyDocuments),
            DocumentFields.Declarations(edition.Filings.CompanyDeclarations),
        ]);

    private static FormField[] Company(Edition edition, CaseState state) =>
    [
        new("industry", "業種", FieldKind.Text) { MaxLength = 60, Support = "例: 情報サービス業" },
        new("business", "事業の内容", FieldKind.Lines) { MaxLength = 400 },
        new("founded", "設立の年月日", FieldKind.Date) { Support = "個人事業主は開業の年月日です。例: 2001/4/1" },
        new("capital", "資本金又は出資の額(円)", FieldKind.Number) { Support = "個人事業主は0と入力してください。" },
        new("employees", "常時雇用する従業員数", FieldKind.Number)
        {
            Minimum = 1,
            Maximum = edition.Entry.MaximumEmployees,
            Initial = state.Entry.Employees.ToString(CultureInfo.InvariantCulture),
        },
        new("insured", "都内で6か月以上雇用保険に加入している従業員数", FieldKind.Number)
        {
            Minimum = 1,
            Maximum = edition.Entry.MaximumEmployees,
        },
        new("office", "都内の主な事業所の所在地", FieldKind.Text) { Initial = state.Entry.Address },
        new("department", "担当者の部署", FieldKind.Text) { Required = false, MaxLength = 60 },
    ];
}
