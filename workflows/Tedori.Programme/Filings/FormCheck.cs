using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Text;

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
            return new(field.Name, "tooLong", TooLong(field, text));
        return (PlainText.Fault(text, lines: field.Kind == FieldKind.Lines) ?? Refuse(field, text)) switch
        {
            null => null,
            { Code: "missing" } => new(field.Name, "missing", Missing(field)),
            { Code: "outOfRange" or "outOfPeriod" or "stillToCome" } refusal =>
                new(field.Name, refusal.Code, $"「{field.Label}」は{refusal.Text}"),
            var refusal => new(field.Name, refusal.Code, $"「{field.Label}」を読み取れません。{refusal.Text}"),
        };
    }

    private static Refusal? Refuse(FormField field, string text) => field.Kind switch
    {
        FieldKind.Number => Numbers.Read(text, field.Minimum, field.Maximum, field.Units).Refusal,
        FieldKind.Hours => HourCounts.Read(text, field.Maximum).Refusal,
        FieldKind.Date => Dates.Read(text, field.Earliest, field.Latest) is var read && read.IsRead
            ? OutOfPeriod(field, read.Value) ?? StillToCome(field, read.Value)
            : read.Refusal,
        FieldKind.Time => Times.Read(text, field.NextDay).Refusal,
        FieldKind.Choice when field.Options.All(o => o.Value != text) => new("missing", Missing(field)),
        _ => null,
    };

    // Of what is much too long the end was not taken, and how long it was is not known any more.
    private static string TooLong(FormField field, string text) => text.Length < field.MostKept
        ? $"「{field.Label}」は{field.MaxLength}文字以内で入力してください(今は{text.Length}文字です)。"
        : $"「{field.Label}」は{field.MaxLength}文字以内で入力してください(今は{text.Length}文字以上です)。";

    private static Refusal? OutOfPeriod(FormField field, LocalDate date) =>
        field.Period?.Contains(date) == false ? new("outOfPeriod", $"{field.Period.Text}の日付が対象です。") : null;

    // What is claimed has been done.
    private static Refusal? StillToCome(FormField field, LocalDate date) => date > field.FiledOn
        ? new("stillToCome",
            $"申請の日({JapaneseDate.Full(field.FiledOn.Value)})より後の{JapaneseDate.Full(date)}とされているため、まだ申請できません。")
        : null;

    private static string Missing(FormField field) => field.Kind switch
    {
        FieldKind.Check => $"「{field.Label}」を確認し、チェックしてください。",
        FieldKind.Choice => $"「{field.Label}」を選んでください。",
        _ => $"「{field.Label}」を入力してください。",
    };
}
