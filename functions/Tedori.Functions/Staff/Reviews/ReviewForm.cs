using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Programme.Cases;
using Tedori.Programme.Text;

namespace Tedori.Functions.Staff.Reviews;

/// <summary>Reads what a reviewer posted into a command.</summary>
internal static class ReviewForm
{
    private static readonly LocalDate Earliest = new(2000, 1, 1);
    private static readonly LocalDate Latest = new(2100, 12, 31);

    /// <summary>What a button has behind the name of its act where it only shows what would leave.</summary>
    public const string Preview = "-preview";

    /// <summary>The act that was asked for, or whose mail is to be shown.</summary>
    public static string ActOf(PostedForm form) =>
        form["do"].EndsWith(Preview, StringComparison.Ordinal) ? form["do"][..^Preview.Length] : form["do"];

    /// <summary>The command, or what is wrong.</summary>
    public static (CaseCommand? Command, IReadOnlyList<FieldError> Errors) Read(PostedForm form, CaseState state,
        Instant now) => ActOf(form) switch
        {
            "withdraw" when StaffNumber.Of(form["number"]) is { } number =>
                (new CaseCommand.WithdrawCorrection(now, number), []),
            "visit" => Visit(form, state, now),
            "correction" => Correction(form, now),
            _ => (null, [new("review-heading", "操作を読み取れませんでした。画面のボタンから選び直してください。")]),
        };

    /// <summary>A date as date fields post it, or as members type it.</summary>
    public static LocalDate? Date(string text) => ReadDate(text) is { IsRead: true, Value: var date } ? date : null;

    /// <summary>What to do about a date that is none, and why.</summary>
    public static string DateFault(string text, string sentence) =>
        text.Length == 0 ? sentence : $"{sentence}{ReadDate(text).Refusal?.Text}";

    private static Reading<LocalDate> ReadDate(string text) => Dates.Read(text, Earliest, Latest);

    private static (CaseCommand?, IReadOnlyList<FieldError>) Visit(PostedForm form, CaseState state, Instant now) =>
        Date(form["date"]) is { } date
            ? (new CaseCommand.RecordVisit(now, state.Visits.Count + 1, date), [])
            : (null, [new("date", DateFault(form["date"], "専門家派遣の実施日を入力してください。"))]);

    private static (CaseCommand?, IReadOnlyList<FieldError>) Correction(PostedForm form, Instant now)
    {
        var (items, errors) = (new List<CorrectionItem>(), new List<FieldError>());
        for (var i = 1; i <= ReviewModel.Items; i++)
        {
            var (subject, reason) = (form[$"subject-{i}"], form[$"reason-{i}"]);
            if (subject.Length == 0 && reason.Length == 0)
                continue;
            if (subject.Length is 0 or > 100)
                errors.Add(new($"subject-{i}", $"{i}件目の書類または項目を100文字以内で入力してください。"));
            if (reason.Length is 0 or > 1000)
                errors.Add(new($"reason-{i}", $"{i}件目の理由と直し方を1文字以上1,000文字以内で入力してください。"));
            items.Add(new(subject, reason));
        }

        var due = form["due"].Length == 0 ? null : Date(form["due"]);
        if (form["due"].Length > 0 && due is null)
            errors.Add(new("due", DateFault(form["due"], "回答の期限を年月日で入力してください。")));
        if (items.Count == 0 && errors.Count == 0)
            errors.Add(new("subject-1", Refusals.CorrectionEmpty.Text));
        return errors.Count > 0 ? (null, errors) : (new CaseCommand.RequestCorrection(now, items, due), []);
    }
}
