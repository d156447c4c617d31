using NodaTime;
using NodaTime.Text;

namespace Tedori.Testing.Companies;

/// <summary>Forms filled in as they must be.</summary>
internal static class Filled
{
    public static readonly (string Name, string? Value)[] Company =
    [
        ("industry", "情報サービス業"), ("business", "ソフトウェアの開発"), ("founded", "2001/4/1"), ("capital", "10,000,000"),
        ("employees", "25"), ("insured", "20"), ("office", "東京都千代田区飯田橋1-1-1"), ("rulesFiledOn", "2024/4/1"),
        ("dailyHours", "7.75"), ("yearlyDays", "245"), .. Enumerable.Range(1, 7).Select(
            n => ($"declaration-{n}", (string?)"yes")),
    ];

    public static readonly (string Name, string? Value)[] Project =
    [
        ("item-1", "yes"), ("plan-1", "全社員にフレックスタイム制を設けます。"), ("item-2", "yes"), ("plan-2", "勤務間インターバルを設けます。"),
        ("scheme-2-2", "yes"), ("agreed-2", "従業員の代表と話し合い、全従業員を対象としました。"),
        ("rest-1-occupation", "全職種"), ("rest-1-hours", "11"), ("rest-1-overlap", "laterStart"),
        ("rest-1-start", "9:00"),
        ("rest-1-end", "23:30"), ("item-15", "yes"), ("plan-15", "全員の基本給を引き上げます。"),
        .. Wage(1, "A-1", "200000", "210200"),
    ];

    public static readonly (string Name, string? Value)[] Claim =
    [
        .. new[] { 1, 2, 15 }.SelectMany(n => new (string, string?)[]
        {
            ($"item-{n}", "yes"), ($"since-{n}", "2025/11/1"), ($"plan-{n}", "計画のとおり実施しました。"),
            ($"evidence-{n}-1", "yes"),
        }),
        ("made-1", "2025/10/20"), ("made-2", "2025/10/20"), ("scheme-2-2", "yes"),
        .. Wage(1, "A-1", "200000", "210500"), .. Enumerable.Range(1, 4).Select(
            n => ($"declaration-{n}", (string?)"yes")),
    ];

    /// <summary>The same of what was made and begun on one day, for who claims before the others' dates have come.</summary>
    public static (string Name, string? Value)[] ClaimOn(LocalDate day) =>
        [.. Claim.Select(f => f.Name.StartsWith("made-", StringComparison.Ordinal)
            || f.Name.StartsWith("since-", StringComparison.Ordinal)
                ? (f.Name, LocalDatePattern.Iso.Format(day))
                : f)];

    public static (string Name, string? Value)[] Wage(int line, string employee, string before, string after) =>
    [
        ($"wage-{line}-employee", employee), ($"wage-{line}-before", before), ($"wage-{line}-after", after),
        ($"wage-{line}-hours", "170"), ($"wage-{line}-step", "0"),
    ];
}
