using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Staff.Reviews;
using Tedori.Functions.Staff.Rounds;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>Reads what is proposed after an outage: a later end of a round's window, or the outage itself.</summary>
internal static class WindowForms
{
    public static IReadOnlyList<ProposedAction> Read(
        ProposalKind kind, PostedForm form, EditionCatalog editions, List<FieldError> errors)
    {
        var reason = form["because-text"];
        if (reason.Length is 0 or > 500)
            errors.Add(new("because-text", "理由を500文字以内で入力してください。理由は公表されます。"));
        return kind.Id == "moveWindow" ? Window(form, reason, editions, errors) : Outage(form, reason, errors);
    }

    private static IReadOnlyList<ProposedAction> Window(
        PostedForm form, string reason, EditionCatalog editions, List<FieldError> errors)
    {
        if (!RoundId.TryParse(form["round"], out var round) || !editions.Has(round))
            errors.Add(new("round", "回を選んでください。"));
        var closes = At(form, "", "新しい締切", errors);
        return errors.Count > 0 ? [] : [new ProposedAction.MoveWindow(round, closes, reason)];
    }

    private static IReadOnlyList<ProposedAction> Outage(PostedForm form, string reason, List<FieldError> errors)
    {
        var from = At(form, "from-", "障害の始まり", errors);
        var until = At(form, "until-", "障害の終わり", errors);
        return errors.Count > 0 ? [] : [new ProposedAction.DeclareOutage(from, until, reason)];
    }

    private static Instant At(PostedForm form, string prefix, string what, List<FieldError> errors)
    {
        var (date, time) = (ReviewForm.Date(form[prefix + "date"]), ThrowEndpoints.Time(form[prefix + "time"]));
        if (date is null)
            errors.Add(new(prefix + "date", ReviewForm.DateFault(form[prefix + "date"], $"{what}の日を年月日で入力してください。")));
        if (time is null)
            errors.Add(new(prefix + "time", $"{what}の時刻を入力してください。"));
        return date is { } d && time is { } t ? JapanTime.At(d, t) : default;
    }
}
