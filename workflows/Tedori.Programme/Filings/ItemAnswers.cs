using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Grants;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>What the answers of the project registration and the claim say about items, persons and rests.</summary>
public static class ItemAnswers
{
    /// <summary>Numbers of the chosen items, ascending.</summary>
    public static IReadOnlyList<int> Items(FilingForm form, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        return [.. form.Fields.Where(
            f => f.Kind == FieldKind.Check && f.Name.StartsWith("item-", StringComparison.Ordinal))
            .Where(f => answers.Has(f.Name)).Select(f => (int)FieldText.Number(f.Name["item-".Length..])!.Value)
            .Order()];
    }

    /// <summary>The schemes and dates of the chosen items of which any is stated, in order of the items.</summary>
    public static IReadOnlyList<ItemStatement> Stated(FilingForm form, FormAnswers answers) =>
        [.. Items(form, answers).Select(n => Stated(form, n, answers)).Where(s => !s.IsEmpty)];

    /// <summary>The persons of the wage item whose line is complete, by the number of the line.</summary>
    public static IReadOnlyList<(int Line, WageLine Wage)> Wages(Edition edition, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return ItemFields.WageItem(edition) is { } item && answers.Has(ItemFields.Chosen(item.Number))
            ? [.. Enumerable.Range(1, ItemFields.MostPersons(edition)).Select(n => (n, Wage(answers, n)))
                .Where(l => l.Item2 is not null).Select(l => (l.n, l.Item2!))]
            : [];
    }

    /// <summary>
    /// How many persons are claimed: those whose line is complete. On paper that leaves something open, those who are named,
    /// or as many as are paid for where nobody is: how many it is, the correction tells.
    /// </summary>
    public static int Persons(Edition edition, FormAnswers answers, bool complete)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (complete || TrackOf(edition, answers) != Track.Wage)
            return Wages(edition, answers).Count;
        var most = ItemFields.MostPersons(edition);
        var named = Enumerable.Range(1, most).Count(n => answers.Has(ItemFields.Wage(n, "employee")));
        return named == 0 ? most : named;
    }

    /// <summary>The occupations whose rest is stated completely, by the number of the line.</summary>
    public static IReadOnlyList<(int Line, RestSchedule Schedule)> Rests(Edition edition, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Has(ItemFields.Chosen(edition.Filings.RestItem)) && answers.Has(ItemFields.RestBox(edition))
            ? [.. Enumerable.Range(1, ItemFields.Occupations).Select(n => (n, Rest(answers, n)))
                .Where(l => l.Item2 is not null).Select(l => (l.n, l.Item2!))]
            : [];
    }

    /// <summary>The lines of the wage item that count: the raise is large enough, and each person counts once.</summary>
    public static IReadOnlyList<int> Counted(Edition edition, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return [.. Wages(edition, answers).Where(w => WageCheck.Of(edition.Filings, w.Wage).Holds)
            .DistinctBy(w => EmployeeNumbers.Key(w.Wage.Employee)).Select(w => w.Line)];
    }

    /// <summary>The amount that would be paid if all of it were approved that counts, with its explanation.</summary>
    public static GrantAmount Amount(Edition edition, FilingForm form, FormAnswers answers) => GrantCalculation.Of(
        edition, Items(form, answers), Counted(edition, answers).Count);

    /// <summary>Why that amount would be paid.</summary>
    public static AmountReason Reason(Edition edition, FilingForm form, FormAnswers answers) => AmountReason.Of(
        edition, Items(form, answers), Counted(edition, answers).Count);

    /// <summary>The track that would follow: the wage item decides (guideline 1(4)).</summary>
    public static Track TrackOf(Edition edition, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return ItemFields.WageItem(edition) is { } item && answers.Has(ItemFields.Chosen(item.Number))
            ? Track.Wage
            : Track.Plain;
    }

    internal static IEnumerable<FormFault> Faults(Edition edition, FilingForm form, FormAnswers answers)
    {
        var minimum = form.Key.Kind switch
        {
            FormKind.Project => edition.Grant.MinimumItems,
            FormKind.Claim => 1,
            _ => 0,
        };
        if (Items(form, answers).Count < minimum)
            yield return new(form.Fields.First().Name, "tooFewItems", form.Key.Kind == FormKind.Claim
                ? "実施した項目を選んでください。"
                : $"{minimum}項目以上を選んでください。");
        foreach (var fault in Items(form, answers).SelectMany(n => ItemFaults(edition, n, answers)))
            yield return fault;
        foreach (var fault in WageFaults(edition, answers))
            yield return fault;
        if (form.Key.Kind != FormKind.Project)
            yield break;
        foreach (var fault in WeekFields.Faults(edition, answers))
            yield return fault;
        foreach (var (line, rest) in Rests(edition, answers))
        {
            if (RestCheck.Of(edition.Filings, rest) is [var first, ..])
                yield return new(
                    ItemFields.Rest(line, FieldOf(first.Code)), first.Code, $"{rest.Occupation}: {first.Text}");
        }
    }

    private static ItemStatement Stated(FilingForm form, int item, FormAnswers answers)
    {
        var prefix = ItemFields.Scheme(item, 1)[..^1];
        int[] schemes = [.. form.Fields.Where(f => f.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Where(f => answers.Has(f.Name)).Select(f => (int)FieldText.Number(f.Name[prefix.Length..])!.Value)];
        return new(
            item, schemes.Length == 0 ? null : schemes, FieldText.Date(answers[ItemFields.Made(item)]),
            FieldText.Date(answers[ItemFields.Since(item)]));
    }

    private static IEnumerable<FormFault> ItemFaults(Edition edition, int number, FormAnswers answers)
    {
        var item = edition.FindItem(number)!;
        if (item.Schemes.Count > 0 && !item.Schemes.Where((_, i) => answers.Has(ItemFields.Scheme(number, i + 1))).Any())
            yield return new(ItemFields.Scheme(number, 1), "schemeMissing", $"{item.Label}で設ける制度を1つ以上選んでください。");
        if (FieldText.Date(answers[ItemFields.Made(number)]) is { } made
            && FieldText.Date(answers[ItemFields.Since(number)]) is { } since && since < made)
        {
            yield return new(ItemFields.Since(number), "beforeItsRule",
                $"「{item.Label}を始めた日」は、制度を定めた日以後の日付にしてください。");
        }
    }

    private static IEnumerable<FormFault> WageFaults(Edition edition, FormAnswers answers)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, wage) in Wages(edition, answers))
        {
            if (!seen.Add(EmployeeNumbers.Key(wage.Employee)))
            {
                yield return new(ItemFields.Wage(line, "employee"), "employeeTwice",
                    $"{line}人目の社員番号が前の行と同じです。1人は1行にしてください。");
            }

            var verdict = WageCheck.Of(edition.Filings, wage);
            if (!verdict.Holds)
                yield return new(ItemFields.Wage(line, "after"), "raiseTooSmall",
                    $"{line}人目: {verdict.Explanation}対象から外すか、額を確かめてください。");
        }
    }

    private static WageLine? Wage(FormAnswers answers, int line)
    {
        var employee = answers[ItemFields.Wage(line, "employee")];
        var hours = answers[ItemFields.Wage(line, "hours")];
        var step = answers[ItemFields.Wage(line, "step")];
        return employee.Length > 0
            && answers.Number(ItemFields.Wage(line, "before")) is { } before
            && answers.Number(ItemFields.Wage(line, "after")) is { } after
            && (hours.Length == 0 || FieldText.Hours(hours) is not null)
            && (step.Length == 0 || FieldText.Number(step) is not null)
                ? new(employee, before, after, hours.Length == 0 ? null : FieldText.Hours(hours),
                    FieldText.Number(step) ?? 0)
                : null;
    }

    private static RestSchedule? Rest(FormAnswers answers, int line)
    {
        string Text(string what) => answers[ItemFields.Rest(line, what)];
        return Text("occupation") is { Length: > 0 } occupation && Minutes(Text("hours")) is { } minutes
            && FieldText.Time(Text("start")) is { } start
            && Enum.GetValues<OverlapRule>().Where(r => NameOf(r) == Text("overlap")).ToList() is [var overlap]
                ? new(occupation, minutes, Minutes(Text("existing")), overlap, start, FieldText.Time(Text("ban")))
                : null;
    }

    /// <summary>The value that stands for a rule in the form.</summary>
    public static string NameOf(OverlapRule rule) => char.ToLowerInvariant(rule.ToString()[0]) + rule.ToString()[1..];

    // Longer than a day is no rest between shifts; the field's own bounds say so.
    private static int? Minutes(string text) =>
        FieldText.Hours(text) is { } hours && hours <= 24 * WageCheck.HourUnits
            ? hours * 60 / WageCheck.HourUnits
            : null;

    private static string FieldOf(string code) => code switch
    {
        "restTooShort" => "hours",
        "restExists" => "existing",
        _ => "ban",
    };
}
