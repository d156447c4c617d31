using Tedori.Functions.Components.Forms;
using Tedori.Functions.Staff.Reviews;
using Tedori.Functions.Staff.Rounds;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>Reads what is proposed for a whole round, or for the calendar.</summary>
internal static class RoundForms
{
    public static IReadOnlyList<ProposedAction> Read(
        ProposalKind kind, PostedForm form, EditionCatalog editions, List<FieldError> errors)
    {
        if (kind.Id == "closedDay")
            return ClosedDay(form, errors);
        if (!RoundId.TryParse(form["round"], out var round) || !editions.Has(round))
        {
            errors.Add(new("round", "回を選んでください。"));
            return [];
        }

        return kind.Id switch
        {
            "release" => [new ProposedAction.ReleaseResult(round)],
            "drawAgain" => DrawAgain(round, form, errors),
            "promote" => [new ProposedAction.Promote(round)],
            "announceThrow" => AnnounceThrow(round, form, errors),
            "carry" => Carry(round, form, errors),
            "extendRound" => ProposalForms.Extend(form, errors) is var (step, date, why)
                ? [new ProposedAction.ExtendRound(round, step, date, TrackOf(form["track"]), why)]
                : [],
            _ => throw new InvalidOperationException($"{kind.Id} is not about a round."),
        };
    }

    private static IReadOnlyList<ProposedAction> AnnounceThrow(RoundId round, PostedForm form, List<FieldError> errors)
    {
        if (form["machine"].Length is 0 or > 200)
            errors.Add(new("machine", "使用する抽選器と場所を200字以内で入力してください。"));
        if (ReviewForm.Date(form["date"]) is null)
            errors.Add(new("date", "立会抽選の日を年月日で入力してください。"));
        if (ThrowEndpoints.Time(form["time"]) is null)
            errors.Add(new("time", "立会抽選の時刻を入力してください。"));
        return errors.Count > 0
            ? []
            : [new ProposedAction.AnnounceThrow(
                round, form["machine"],
                JapanTime.At(ReviewForm.Date(form["date"])!.Value, ThrowEndpoints.Time(form["time"])!.Value))];
    }

    private static IReadOnlyList<ProposedAction> DrawAgain(RoundId round, PostedForm form, List<FieldError> errors)
    {
        if (form["because-text"].Length is > 0 and <= 500)
            return [new ProposedAction.DrawAgain(round, form["because-text"])];
        errors.Add(new("because-text", "抽選をやり直す理由を500文字以内で入力してください。理由は公表されます。"));
        return [];
    }

    private static Track? TrackOf(string text) =>
        Enum.TryParse<Track>(text, out var track) && Enum.IsDefined(track) ? track : null;

    private static IReadOnlyList<ProposedAction> Carry(RoundId round, PostedForm form, List<FieldError> errors)
    {
        if (StaffNumber.Of(form["from"]) is not { } from || from < 1 || from >= round.Number)
            errors.Add(new("from", $"空きのある回を第1回から第{round.Number - 1}回までの数字で入力してください。"));
        else if (StaffNumber.Of(form["count"]) is not (> 0 and var count))
            errors.Add(new("count", "追加する社数を1以上の数字で入力してください。"));
        else
            return [new ProposedAction.CarryPlaces(round, from, count)];
        return [];
    }

    private static IReadOnlyList<ProposedAction> ClosedDay(PostedForm form, List<FieldError> errors)
    {
        if (ReviewForm.Date(form["date"]) is not { } date)
            errors.Add(new("date", ReviewForm.DateFault(form["date"], "日付を年月日で入力してください。")));
        else if (form["name"].Length is 0 or > 40)
            errors.Add(new("name", "休日の名称を40文字以内で入力してください。"));
        else
            return [new ProposedAction.ChangeClosedDay(date, form["closed"] != "open", form["name"])];
        return [];
    }
}
