using System.Globalization;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>The fields around the items of the programme. Names are storage format.</summary>
public static class ItemFields
{
    /// <summary>How many occupations the checker of the rest takes: more than a company of 300 has rules for.</summary>
    public const int Occupations = 30;

    /// <summary>The box of an item.</summary>
    public static string Chosen(int item) => Name("item", item);

    /// <summary>The plan, or at the claim what was done.</summary>
    public static string Plan(int item) => Name("plan", item);

    /// <summary>The day on which the item's scheme came into force.</summary>
    public static string Since(int item) => Name("since", item);

    /// <summary>The day on which the item's rule was made (制度を定めた日).</summary>
    public static string Made(int item) => Name("made", item);

    /// <summary>The box of a scheme of an item, from 1.</summary>
    public static string Scheme(int item, int scheme) =>
        string.Create(CultureInfo.InvariantCulture, $"scheme-{item}-{scheme}");

    /// <summary>What was agreed with the workers about the rest.</summary>
    public static string Agreed(int item) => Name("agreed", item);

    /// <summary>When the rest need not be given.</summary>
    public static string Exceptions(int item) => Name("exceptions", item);

    /// <summary>A field of one person of the wage item, from 1.</summary>
    public static string Wage(int person, string what) => Name("wage", person) + "-" + what;

    /// <summary>A field of one occupation of the rest, from 1.</summary>
    public static string Rest(int occupation, string what) => Name("rest", occupation) + "-" + what;

    /// <summary>The item that is paid per person, or null where the edition has none.</summary>
    public static Item? WageItem(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Items.FirstOrDefault(i => edition.GroupOf(i).Unit == GrantUnit.Person);
    }

    /// <summary>Most persons that the wage item pays for.</summary>
    public static int MostPersons(Edition edition) =>
        WageItem(edition) is { } item ? (int)edition.GroupOf(item).MaximumUnits : 0;

    /// <summary>Of other answers, the lines of the persons that a form asks for as well.</summary>
    public static IEnumerable<KeyValuePair<string, string>> WagesIn(FilingForm form, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        return form.Sections.Where(s => s.Kind == SectionKind.Wages).SelectMany(s => s.Fields)
            .Where(f => answers.Has(f.Name)).Select(f => KeyValuePair.Create(f.Name, answers[f.Name]));
    }

    internal static FormSection WageSection(Edition edition, Item item, string title) =>
        new("wages", title, SectionKind.Wages,
            [.. Enumerable.Range(1, MostPersons(edition)).SelectMany(Person)])
        {
            With = Chosen(item.Number),
            Intro =
            [
                $"対象者1人につき1行、最大{MostPersons(edition)}人まで入力できます。氏名ではなく社員番号で入力してください。",
                "社員番号を入力した行では、引上げ前後の額が必須です。時給の方は1時間当たりの額を入力してください。",
                "月給には、通勤手当・家族手当・皆勤手当・残業代・賞与を含めません。月の所定労働時間は「年間所定労働日数×1日の所定労働時間÷12」です。",
                $"1時間当たり{edition.Filings.MinimumRaiseYen}円以上の引上げが要件です。定期昇給の額は引上げの額に含めません。",
            ],
        };

    /// <summary>The boxes of an item's schemes; none where it has none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="registered">Where they are claimed, those that were registered; null where that is not known.</param>
    internal static IEnumerable<FormField> Schemes(Item item, IReadOnlyList<int>? registered = null) => item.Schemes.Select(
        (name, i) => new FormField(
            Scheme(item.Number, i + 1),
            registered?.Contains(i + 1) == false ? $"{name}(登録していない制度です。審査で確認します)" : name, FieldKind.Check)
        {
            Required = false,
            MaxLength = 10,
            With = Chosen(item.Number),
        });

    /// <summary>The box that says that the rest is introduced: that of its scheme, or of the item.</summary>
    internal static string RestBox(Edition edition) => BoxOf(edition, edition.Filings.RestScheme);

    private static string BoxOf(Edition edition, int? scheme) => scheme is { } number
        ? Scheme(edition.Filings.RestItem, number)
        : Chosen(edition.Filings.RestItem);

    internal static FormSection RestTerms(Edition edition, Item item) =>
        new("rest-terms", $"{item.Label}勤務間インターバルの取決め", SectionKind.Plain,
        [
            new(Agreed(item.Number), "労使で取り決めた内容", FieldKind.Lines)
            {
                MaxLength = 600,
                Support = "対象とする従業員、休息時間の数え方、始業を繰り下げたときの賃金の扱いなど、従業員の代表と話し合って決めたこと。",
            },
            new(Exceptions(item.Number), "休息時間を与えない例外", FieldKind.Lines)
            {
                Required = false, MaxLength = 600, Support = "災害その他の緊急の業務など、例外とする場合だけ入力してください。",
            },
        ])
        {
            With = RestBox(edition),
        };

    internal static FormSection RestSection(Edition edition, Item item) =>
        new("rest", $"{item.Label}勤務間インターバルを導入する場合", SectionKind.Rest,
            [.. Enumerable.Range(1, Occupations).SelectMany(
                n => Occupation(n, required: n == 1 && edition.Filings.RestScheme is not null))])
        {
            With = RestBox(edition),
            Intro =
            [
                $"終業から次の始業まで{RestCheck.Hours(edition.Filings.MinimumRestMinutes)}以上の休息が必要です。"
                    + "職種ごとに決めることもできます。通勤の時間は休息時間に含まれます。",
                "職種の名称を入力した場合は、休息時間、次の始業に重なるときの扱い、始業時刻が必須です。",
                .. edition.Filings.RestScheme is null
                    ? ["勤務間インターバルを導入しない場合は、空欄のままにしてください。"]
                    : Array.Empty<string>(),
            ],
        };

    private static IEnumerable<FormField> Person(int n) =>
    [
        new(Wage(n, "employee"), $"{n}人目の社員番号", FieldKind.Text)
        {
            Brief = "社員番号",
            Required = n == 1,
            MaxLength = 20,
        },
        Money(n, "before", "引上げ前の額(円)"),
        Money(n, "after", "引上げ後の額(円)"),
        new(Wage(n, "hours"), $"{n}人目の月の所定労働時間", FieldKind.Hours)
        {
            Brief = "月の所定労働時間",
            Required = false,
            With = Wage(n, "employee"),
            MaxLength = 12,
            Maximum = 744,
            Support = "時給の場合は空欄",
        },
        Money(n, "step", "うち定期昇給の額(円)") with { Required = false },
    ];

    private static FormField Money(int n, string what, string label) =>
        new(Wage(n, what), $"{n}人目の{label}", FieldKind.Number)
        {
            Brief = label,
            With = Wage(n, "employee"),
            MaxLength = 20,
            Maximum = 99_999_999,
            Units = Numbers.Yen,
        };

    private static IEnumerable<FormField> Occupation(int n, bool required)
    {
        var name = Rest(n, "occupation");
        return
        [
            new(name, $"職種{n}", FieldKind.Text) { Brief = "職種の名称", Required = required, MaxLength = 40, Support = n == 1
                ? "例: 全職種"
                : null },
            new(Rest(n, "hours"), $"職種{n}の休息時間(時間)",
                FieldKind.Hours) { Brief = "休息時間(時間)", With = name, MaxLength = 12, Maximum = 24 },
            new(Rest(n, "existing"), $"職種{n}の今の休息時間(時間)", FieldKind.Hours)
            {
                Brief = "今の休息時間(時間)", Required = false, With = name, MaxLength = 12, Maximum = 24,
                Support = "今も制度がある場合だけ入力",
            },
            new(Rest(n, "overlap"), $"職種{n}の休息時間が次の始業に重なるとき", FieldKind.Choice)
            {
                Brief = "休息時間が次の始業に重なるとき",
                With = name,
                MaxLength = 20,
                Options =
                [
                    ("deemedWorked", "重なる時間を働いたものとみなす(例1)"), ("laterStart", "始業を繰り下げる(例2)"),
                    ("overtimeBan", "一定の時刻より後の残業を禁止する"),
                ],
            },
            new(Rest(n, "start"), $"職種{n}の始業時刻",
                FieldKind.Time) { Brief = "始業時刻", With = name, MaxLength = 12, Support = "例: 9:00" },
            new(Rest(n, "ban"), $"職種{n}の残業を禁止する時刻", FieldKind.Time)
            {
                Brief = "残業を禁止する時刻", Required = false, With = name, MaxLength = 12, Support = "残業を禁止する場合だけ入力。例: 20:00",
            },
            new(Rest(n, "end"), $"職種{n}の計算例に使う終業時刻", FieldKind.Time)
            {
                Brief = "計算例に使う終業時刻", Required = false, With = name, MaxLength = 12, NextDay = true,
                Support = "例: 23:30、25:30(翌日の1:30)",
            },
        ];
    }

    private static string Name(string what, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}-{number}");
}
