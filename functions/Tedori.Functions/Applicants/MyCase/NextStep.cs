using NodaTime;
using Tedori.Functions.Languages;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;
using Tedori.Programme.Notices;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants.MyCase;

/// <summary>What stands on top of my page: the next date and the one thing to do.</summary>
/// <param name="Title">What comes next.</param>
/// <param name="Date">Its date, or null where there is none.</param>
/// <param name="Text">How, in one sentence or two.</param>
/// <param name="Button">What the button says, or null where there is nothing to do.</param>
/// <param name="Path">Where it leads, below the case.</param>
public sealed record NextStep(string Title, LocalDate? Date, string Text, string? Button = null, string Path = "")
{
    /// <summary>What comes next for a case.</summary>
    public static NextStep Of(Edition edition, CaseState state, Instant now)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        if (state.Outcome is { } outcome)
            return new(
                outcome == Outcome.Granted ? Say("奨励金の支給が決定しました") : Say("この申請は終結しました({0})", Sentences.Of(CaseLabels.Of(outcome))), null, Closed(edition, state, outcome, now));
        if (state.Step == Step.AwaitingDraw)
            return new(Say("次の連絡: 抽選の結果"), ResultBy(edition, state), Say("この日までに、抽選の結果をEメールでお知らせします。お手続きは不要です。"));
        if (FormKey.Of(state) is not { } form || CaseSchedule.Current(edition, state) is not { } cutoff)
            return new(Say("次の手続き: ありません({0}中)", Sentences.Of(CaseLabels.Of(state.Step))), null, Say("事務局で審査しています。結果はEメールでお知らせします。"));
        if (state.Step == Step.Implementation)
        {
            return new(Say("次の期限: 取組の実施"), cutoff.Date,
                Say("この日までに登録した取組を実施してください。実施が終われば、支給申請({0}まで)ができます。", Claim(edition, state)),
                Say("支給申請をする"), $"/forms/{form}");
        }

        var deadline = new Deadline(cutoff, now);
        // The day after, nothing the company does now reaches the deadline.
        if (deadline.IsOver && JapanTime.DateOf(now) > cutoff.Date)
            return new(Say("期限を過ぎました: {0}", Name(form)), cutoff.Date,
                Say("期限当日までの消印で郵送された場合は、到着を確認するまでお待ちください。お手続きは不要です。"));
        return deadline.IsOver
            ? new(Say("電子申請の受付は終了しました: {0}", Name(form)), cutoff.Date, Say("{0}当日の消印があれば、郵送で提出できます。", Sentences.Of(cutoff.Explanation)),
                Say("郵送で提出する方法を見る"), $"/forms/{form}")
            : new(Say("次の期限: {0}", Name(form)), deadline.Day, deadline.Channels, ButtonOf(form), $"/forms/{form}");
    }

    /// <summary>A form's name.</summary>
    public static string Name(FormKey form) => form.Kind switch
    {
        FormKind.Company => Sentences.Of(CaseLabels.Of(Step.CompanyRegistration)),
        FormKind.Project => Sentences.Of(CaseLabels.Of(Step.ProjectRegistration)),
        FormKind.Claim => Sentences.Of(CaseLabels.Of(Step.Claim)),
        FormKind.Correction => Sentences.Of($"補正({form.Correction}回目)の回答"),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
    };

    private static string ButtonOf(FormKey form) => form.Kind == FormKind.Correction ? Say("補正に回答する") : Say("{0}をする", Name(form));

    private static string Claim(Edition edition, CaseState state) =>
        Written.Day(CaseSchedule.DateOf(edition, state, Step.Claim)!.Value);

    private static LocalDate ResultBy(Edition edition, CaseState state) =>
        edition.ResultDue(edition.Round(state.Id.Round.Number));

    private static string Closed(Edition edition, CaseState state, Outcome outcome, Instant now) => outcome switch
    {
        Outcome.Lost => Sentences.Of(NextRound.Sentence(edition, state.Id.Round.Number, now)),
        Outcome.Granted when state.PaymentReleasedAt is not null => Say("奨励金の振込を手配しました。金額は通知をご確認ください。"),
        Outcome.Granted => Say("金額は通知をご確認ください。{0}", Sentences.Of(edition.Grant.AfterGrant)),
        Outcome.Lapsed => Say("期限当日までの消印で郵送された場合は、事務局へご連絡ください。"),
        _ => Say("詳しくは、下の通知をご確認ください。"),
    };
}
