using NodaTime;
using Tedori.Functions.Applicants.Filings;
using Tedori.Functions.Languages;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants.MyCase;

/// <summary>The path of a case step by step, with what was filed and when.</summary>
public static class CaseTimeline
{
    private static readonly Step[] Path =
    [
        Step.AwaitingDraw, Step.CompanyRegistration, Step.EligibilityReview, Step.ProjectRegistration,
        Step.Implementation,
        Step.Claim, Step.ClaimReview,
    ];

    /// <summary>The steps in order.</summary>
    public static IReadOnlyList<TimelineStep> Of(
        Edition edition, CaseState state, IReadOnlyList<(int Number, CaseEvent Event)> events, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        var entered = new TimelineStep(
            Say("事前エントリー"), TimelineState.Done, Say("{0}に受け付けました(受付番号 {1})。", Written.Minute(state.EnteredAt), state.Id));
        return [entered, .. Path.Select(step => At(edition, state, events, step, now)), End(state, events)];
    }

    private static TimelineStep At(
        Edition edition, CaseState state, IReadOnlyList<(int Number, CaseEvent Event)> events, Step step,
        Instant now)
    {
        var (number, done) = events.LastOrDefault(e => Ends(step, e.Event));
        var where = StateOf(state, step, done is not null);
        return new(
            step == Step.AwaitingDraw ? Say("抽選") : Sentences.Of(CaseLabels.Of(step)),
            where,
            done is null ? Waiting(step, where, CaseSchedule.Of(edition, state, step) is { } cutoff && now >= cutoff.ElectronicEnd)
            : step == Step.Implementation ? Say("取組を終えました。")
            : EventLabels.Of(edition, done),
            CaseSchedule.DateOf(edition, state, step),
            step == Step.Implementation || EventLabels.FilingOf(done) is null ? null : number)
        {
            Earlier = step == Step.Implementation || EventLabels.FilingOf(done) is null
                ? []
                : [.. FiledVersion.Of(events, done!).SkipLast(1).Select(v => v.Number)],
        };
    }

    private static TimelineState StateOf(CaseState state, Step step, bool done) =>
        done ? TimelineState.Done
        : state.Step == step ? TimelineState.Now
        : state.IsClosed ? TimelineState.Skipped
        : TimelineState.Later;

    private static bool Ends(Step step, CaseEvent e) => step switch
    {
        Step.AwaitingDraw => e is CaseEvent.Won or CaseEvent.Lost or CaseEvent.Excluded,
        Step.CompanyRegistration => e is CaseEvent.CompanyRegistered,
        Step.EligibilityReview => e is CaseEvent.EligibilityPassed or CaseEvent.EligibilityFailed,
        Step.ProjectRegistration => e is CaseEvent.ProjectRegistered,
        Step.Implementation => e is CaseEvent.ImplementationEnded or CaseEvent.ClaimSubmitted,
        Step.Claim => e is CaseEvent.ClaimSubmitted,
        Step.ClaimReview => e is CaseEvent.GrantDecided or CaseEvent.GrantRefused,
        _ => false,
    };

    private static string Waiting(Step step, TimelineState state, bool over) => (state, step) switch
    {
        (TimelineState.Skipped, _) => Say("行われませんでした。"),
        (TimelineState.Later, _) => "",
        (_, Step.AwaitingDraw) => Say("抽選の結果をお待ちください。"),
        (_, Step.EligibilityReview or Step.ClaimReview) => Say("事務局で審査しています。"),
        _ => over ? Say("電子申請の受付は終了しました。") : Say("期限までに手続きをしてください。"),
    };

    private static TimelineStep End(CaseState state, IReadOnlyList<(int Number, CaseEvent Event)> events) =>
        state.Outcome is { } outcome
            ? new(Say("終結"), TimelineState.Done, Say("{0}({1})", Sentences.Of(CaseLabels.Of(outcome)), Written.Minute(events[^1].Event.At)))
            : new(Say("終結"), TimelineState.Later, Say("支給又は不支給の決定により終結します。"));
}

/// <summary>One step of the path on my page.</summary>
/// <param name="Title">Its name.</param>
/// <param name="State">Done, now or to come.</param>
/// <param name="Text">What was filed and when, or what comes.</param>
/// <param name="Deadline">Its deadline, or null.</param>
/// <param name="Filed">Number of the event that filed it, or null.</param>
public sealed record TimelineStep(
    string Title, TimelineState State, string Text, LocalDate? Deadline = null, int? Filed = null)
{
    /// <summary>Numbers of the events that took in the versions before it, in order.</summary>
    public IReadOnlyList<int> Earlier { get; init; } = [];
}
