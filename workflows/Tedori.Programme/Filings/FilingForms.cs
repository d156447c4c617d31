using System.Globalization;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>Puts the forms to a company and judges what it writes into them.</summary>
public static class FilingForms
{
    /// <summary>
    /// The form, or null where the case has none of this kind: no project to claim for, no such correction.
    /// </summary>
    /// <param name="edition">The edition.</param>
    /// <param name="state">The case.</param>
    /// <param name="key">Which form.</param>
    /// <param name="filedOn">
    /// The day on which it is filed, Asia/Tokyo: of its receipt, or its postmark. Null where that is not known yet.
    /// </param>
    public static FilingForm? Of(Edition edition, CaseState state, FormKey key, LocalDate? filedOn = null)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        return key.Kind switch
        {
            FormKind.Company => CompanyForm.Of(edition, state),
            FormKind.Project => ProjectForm.Of(edition),
            FormKind.Claim => state.Project is { } project
                ? ClaimForm.Of(edition, project, n => ItemPeriod.Of(edition, state, n), filedOn)
                : null,
            FormKind.Correction => state.Correction is { } open && open.Number == key.Correction
                ? CorrectionForm.Of(edition, state, open, filedOn)
                : null,
            _ => throw new InvalidOperationException($"Unknown form {key.Kind}."),
        };
    }

    /// <summary>
    /// Everything that keeps the answers from being filed, in order of the fields; empty where nothing does.
    /// </summary>
    public static IReadOnlyList<FormFault> Faults(Edition edition, FilingForm form, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        List<FormFault> general = [.. FormCheck.Faults(form, answers)];
        var special = form.Key.Kind == FormKind.Company ? [] : ItemAnswers.Faults(edition, form, answers);
        var order = form.Fields.Select((f, i) => (f.Name, i)).ToDictionary(f => f.Name, f => f.i);
        return [.. general.Concat(special).DistinctBy(f => f.Field).OrderBy(f => order[f.Field])];
    }

    /// <summary>The deadline of a form, or null where it is not fixed (no project yet, no such correction).</summary>
    public static Cutoff? CutoffOf(Edition edition, CaseState state, FormKey key)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (key.FilesIn is { } step)
            return CaseSchedule.Of(edition, state, step);
        return state.Correction is { } open && open.Number == key.Correction
            ? CaseSchedule.OfCorrection(edition, open)
            : null;
    }
}

/// <summary>The form of the company registration (企業情報の登録).</summary>
internal static class CompanyForm
{
    // The act that asks for the rules to be filed came into force.
    private static readonly LocalDate LabourStandardsAct = new(1947, 9, 1);

    public static FilingForm Of(Edition edition, CaseState state) => new(
        new(FormKind.Company),
        "企業情報の登録",
        [
            new("company", "企業の概要", SectionKind.Plain, Company(edition, state)),
            new("labour", "労働条件", SectionKind.Plain,
            [
                new("rulesFiledOn", "就業規則を届け出た日", FieldKind.Date)
                {
                    Support = "労働基準監督署の受付印の日付です。例: 2024/4/1、令和6年4月1日",
                    Earliest = LabourStandardsAct,
                    Latest = CaseSchedule.DateOf(edition, state, Step.CompanyRegistration)!.Value,
                },
                new("dailyHours", "1日の所定労働時間", FieldKind.Hours) { Maximum = 24, Support = "例: 7.75、7:45" },
                new("yearlyDays", "1年の所定労働日数", FieldKind.Number)
                {
                    Minimum = 1, Maximum = 366, Units = Numbers.Days,
                },
            ]),
            DocumentFields.Section("添付する書類", edition.Filings.CompanyDocuments),
            DocumentFields.Declarations(edition.Filings.CompanyDeclarations),
        ]);

    private static FormField[] Company(Edition edition, CaseState state) =>
    [
        new("industry", "業種", FieldKind.Text) { MaxLength = 60, Support = "例: 情報サービス業" },
        new("business", "事業の内容", FieldKind.Lines) { MaxLength = 400 },
        new("founded", "設立の年月日", FieldKind.Date)
        {
            Support = "個人事業主は開業の年月日です。例: 2001/4/1、平成13年4月1日",
            Latest = JapanTime.DateOf(state.EnteredAt),
        },
        new("capital", "資本金又は出資の額(円)", FieldKind.Number)
        {
            Support = "個人事業主は0と入力してください。", Units = Numbers.Yen,
        },
        new("employees", "常時雇用する従業員数", FieldKind.Number)
        {
            Minimum = 1,
            Maximum = edition.Entry.MaximumEmployees,
            Units = Numbers.Persons,
            Initial = state.Entry.Employees.ToString(CultureInfo.InvariantCulture),
        },
        new("insured", "都内で6か月以上雇用保険に加入している従業員数", FieldKind.Number)
        {
            Minimum = 1,
            Maximum = edition.Entry.MaximumEmployees,
            Units = Numbers.Persons,
        },
        new("office", "都内の主な事業所の所在地", FieldKind.Text) { Initial = state.Entry.Address },
        new("department", "担当者の部署", FieldKind.Text) { Required = false, MaxLength = 60 },
    ];
}

/// <summary>The form of the project registration (奨励金対象事業の登録).</summary>
internal static class ProjectForm
{
    public static FilingForm Of(Edition edition) => new(
        new(FormKind.Project), "奨励金対象事業の登録", [.. Sections(edition)]);

    private static IEnumerable<FormSection> Sections(Edition edition)
    {
        yield return new("items", "取り組む項目と計画", SectionKind.Items, [.. edition.Items.SelectMany(Item)])
        {
            Intro = [$"{edition.Grant.MinimumItems}項目以上を選んでください。選んだ項目は、登録の期限までは差し替えられます。期限の後は変えられません。"],
        };
        var rest = edition.FindItem(edition.Filings.RestItem)!;
        if (WeekFields.Section(edition) is { } week)
            yield return week;
        yield return ItemFields.RestSection(edition, rest);
        if (edition.Filings.RestScheme is not null)
            yield return ItemFields.RestTerms(edition, rest);
        if (ItemFields.WageItem(edition) is { } wage)
            yield return ItemFields.WageSection(edition, wage, $"{wage.Label}賃金引上げの対象者(予定)");
        yield return new("documents", "参考にする書類", SectionKind.Documents, [])
        {
            Intro = ["計画の参考になる書類があれば、アップロードしてください。なくても登録できます。"],
        };
    }

    private static IEnumerable<FormField> Item(Item item) =>
    [
        new(ItemFields.Chosen(item.Number), $"{item.Label}{item.Name}",
            FieldKind.Check) { Required = false, MaxLength = 10 },
        .. ItemFields.Schemes(item),
        new(ItemFields.Plan(item.Number), $"{item.Label}の計画", FieldKind.Lines)
        {
            With = ItemFields.Chosen(item.Number),
            MaxLength = 600,
            Support = "いつ、だれを対象に、どのような制度を設けるかを入力してください(600文字まで)。",
        },
    ];
}
