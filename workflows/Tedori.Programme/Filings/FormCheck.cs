namespace Tedori.Programme.Filings;

/// <summary>What every form demands of its fields, whatever they mean. At most one fault a field.</summary>
public static class FormCheck
{
    /// <summary>The faults, in order of the fields.</summary>
    public static IEnumerable<FormFault> Faults(FilingForm form, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        return form.Fields.Where(f => form.Asks(f, answers)).Select(f => Fault(f, answers[f.Name])).OfType<FormFault>();
    }

    private static FormFault? Fault(FormField field, string text)
    {
        if (text.Length == 0)
            return field.Required ? new(field.Name, "missing", Missing(field)) : null;
        if (text.Length > field.MaxLength)
            return new(field.Name, "tooLong", $"「{field.Label}」は{field.MaxLength}文字以内で入力してください(今は{text.Length}文字です)。");
        return field.Kind switch
        {
            FieldKind.Number => Number(field, text),
            FieldKind.Hours => Hours(field, text),
            FieldKind.Date => Date(field, text),
            FieldKind.Time => FieldText.Time(text) is null
                ? new(field.Name, "notTime", $"「{field.Label}」は9:00のような時刻で入力してください。")
                : null,
            FieldKind.Choice =>
                field.Options.Any(o => o.Value == text) ? null : new(field.Name, "missing", Missing(field)),
            _ => null,
        };
    }

    private static FormFault? Number(FormField field, string text)
    {
        if (FieldText.Number(text) is not { } number)
            return new(field.Name, "notNumber", $"「{field.Label}」は数字だけで入力してください。");
        return number < field.Minimum || number > field.Maximum
            ? new(field.Name, "outOfRange", $"「{field.Label}」は{field.Minimum:#,0}から{field.Maximum:#,0}までの数字で入力してください。")
            : null;
    }

    private static FormFault? Date(FormField field, string text)
    {
        if (FieldText.Date(text) is not { } date)
            return new(field.Name, "notDate", $"「{field.Label}」は2025/6/12のような日付で入力してください。");
        return field.Period?.Contains(date) == false
            ? new(field.Name, "outOfPeriod", $"「{field.Label}」は{field.Period.Text}の日付が対象です。")
            : null;
    }

    private static FormFault? Hours(FormField field, string text)
    {
        if (FieldText.Hours(text) is not { } hours)
            return new(field.Name, "notHours", $"「{field.Label}」は160や162.5のように、小数第2位までの数字で入力してください。");
        return hours == 0 || hours > field.Maximum * 100
            ? new(field.Name, "outOfRange", $"「{field.Label}」は0より大きく{field.Maximum:#,0}以下の数字で入力してください。")
            : null;
    }

    private static string Missing(FormField field) => field.Kind switch
    {
        FieldKind.Check => $"「{field.Label}」を確認し、チェックしてください。",
        FieldKind.Choice => $"「{field.Label}」を選んでください。",
        _ => $"「{field.Label}」を入力してください。",
    };
}
