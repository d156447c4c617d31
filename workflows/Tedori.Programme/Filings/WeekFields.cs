using System.Globalization;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>The fields of the week of four days (選択的週休3日制). Names are storage format.</summary>
public static class WeekFields
{
    private const int Occupations = 5;

    /// <summary>A field of one occupation, from 1.</summary>
    public static string Of(int occupation, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"week-{occupation}-{what}");

    /// <summary>The weeks that are stated completely, by the number of the line.</summary>
    public static IReadOnlyList<(int Line, FourDayWeek Week)> Read(Edition edition, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(answers);
        return Box(edition) is { } box && answers.Has(box) && answers.Has(ItemFields.Chosen(edition.Filings.RestItem))
            ? [.. Enumerable.Range(1, Occupations).Select(n => (n, Week(answers, n)))
                .Where(l => l.Item2 is not null).Select(l => (l.n, l.Item2!))]
            : [];
    }

    /// <summary>What is wrong with them, by the field that is to be mended.</summary>
    internal static IEnumerable<FormFault> Faults(Edition edition, FormAnswers answers)
    {
        foreach (var (line, week) in Read(edition, answers))
        {
            if (LongerThanADay(answers, line))
                yield return new(Of(line, "end"), "dayTooLong", $"{week.Occupation}: 終業時刻は、始業から24時間以内にしてください。");
            else if (FourDayWeekCheck.Of(edition.Filings, week) is [var first, ..])
                yield return new(Of(line, FieldOf(first.Code)), first.Code, $"{week.Occupation}: {first.Text}");
        }
    }

    /// <summary>The section, or null where the edition knows no such scheme.</summary>
    internal static FormSection? Section(Edition edition)
    {
        if (Box(edition) is not { } box)
            return null;
        var (day, week) = (edition.Filings.MaximumDayMinutes, edition.Filings.MaximumWeekMinutes);
        return new("week", "②選択的週休3日制を導入する場合", SectionKind.Week,
            [.. Enumerable.Range(1, Occupations).SelectMany(Line)])
        {
            With = box,
            Intro =
            [
                $"1か月単位の変形労働時間制で、1日{RestCheck.Hours(day)}以下、週平均{RestCheck.Hours(week)}以下とします。",
                "規定例: 9:00から20:00まで(休憩14:00から15:00まで)、1日10時間、30日の月に17日。",
            ],
        };
    }

    private static string? Box(Edition edition) => edition.Filings.FourDayScheme is { } scheme
        ? ItemFields.Scheme(edition.Filings.RestItem, scheme)
        : null;

    private static IEnumerable<FormField> Line(int n)
    {
        var name = Of(n, "occupation");
        return
        [
            new(name, $"週休3日の職種{n}", FieldKind.Text)
            {
                Brief = "職種の名称", Required = n == 1, MaxLength = 40, Support = n == 1 ? "例: 全職種" : null,
            },
            Clock(n, "start", "始業時刻", nextDay: false), Clock(n, "end", "終業時刻"), Clock(n, "breakFrom", "休憩の始まり"),
            Clock(n, "breakTo", "休憩の終わり"), Days(n, "monthDays", "月の暦日数", 28, 31), Days(n, "workDays", "月の労働日数", 1, 31),
        ];
    }

    private static FormField Clock(int n, string what, string label, bool nextDay = true) =>
        new(Of(n, what), $"週休3日の職種{n}の{label}", FieldKind.Time)
        {
            Brief = label,
            With = Of(n, "occupation"),
            MaxLength = 12,
            Support = "例: 9:00",
            NextDay = nextDay,
        };

    private static FormField Days(int n, string what, string label, int least, int most) =>
        new(Of(n, what), $"週休3日の職種{n}の{label}", FieldKind.Number)
        {
            Brief = label,
            With = Of(n, "occupation"),
            MaxLength = 8,
            Units = Numbers.Days,
            Minimum = least,
            Maximum = most,
        };

    private static FourDayWeek? Week(FormAnswers answers, int n)
    {
        string Text(string what) => answers[Of(n, what)];
        return Text("occupation") is { Length: > 0 } occupation
            && FieldText.Time(Text("start")) is { } start && FieldText.ShiftTime(Text("end")) is { Time: var end }
            && FieldText.ShiftTime(Text("breakFrom")) is { Time: var from }
            && FieldText.ShiftTime(Text("breakTo")) is { Time: var to }
            && FieldText.Number(Text("monthDays")) is >= 28 and <= 31 and var month
            && FieldText.Number(Text("workDays")) is >= 1 and <= 31 and var work
                ? new(occupation, start, end, from, to, (int)month, (int)work)
                : null;
    }

    // 29:00 of who begins at 4:00: by the times of day alone it would be an hour.
    private static bool LongerThanADay(FormAnswers answers, int n) =>
        FieldText.ShiftTime(answers[Of(n, "end")]) is { IsNextDay: true, Time: var end }
        && FieldText.Time(answers[Of(n, "start")]) < end;

    private static string FieldOf(string code) => code switch
    {
        "breakOutside" or "breakTooShort" => "breakTo",
        "dayTooLong" => "end",
        _ => "workDays",
    };
}
