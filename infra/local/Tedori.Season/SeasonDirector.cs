using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tedori.Engine;
using Tedori.Local.Composition;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Sweeping;

namespace Tedori.Season;

/// <summary>
/// Plays a season: takes the next deed of somebody or the engine's next timer, whichever is earlier, moves the virtual
/// clock there, and lets the orchestrations run until nothing is left to do. Time stands still while anything runs, so
/// every run of the same seed sees the same times.
/// </summary>
internal sealed class SeasonDirector(
    SeasonOptions options, LocalPlatform platform, Agenda agenda, VirtualTimeline clock, RoundPlanner planner,
    CompanyActor companies, OfficeActor office, ExtraWork extra, ExtraTime time, LotActor lots, EnvelopeActor envelopes,
    ContactActor contacts, Replacements replacements, SeasonReports reports, Sweeper sweeper, SeasonWatch watch, KeptSeason kept, IHints hints)
{
    private const string Now = "now";
    private const string Busy = "busy";

    // A mail whose hint was lost waits for a business day, and the office is closed for a week at most.
    private static readonly Duration Closed = Duration.FromDays(14);
    private readonly SweepTally swept = new();

    /// <summary>What the sweeper met.</summary>
    public SweepTally Swept => swept;

    /// <summary>When a season begins: a week before the first round opens.</summary>
    public static Instant StartOf(SeasonOptions options) =>
        JapanTime.At(
            options.Editions.Min(e => e.Rounds[0].EntryOpens).PlusWeeks(-1), new LocalTime(9, 0));

    /// <summary>Where a season that was begun stands, or its start.</summary>
    public static Instant Resume(SeasonOptions options, Agenda agenda)
    {
        var wanted = string.Create(
            CultureInfo.InvariantCulture, $"{options.Ids} {options.Entries} {options.Seed}");
        if (options.OnAzurite)
            wanted += " azurite";
        if (options.FaultyMail)
            wanted += " faulty mail";
        var begun = agenda.Meta("season");
        if (begun is null)
            agenda.SetMeta("season", wanted);
        else if (begun != wanted)
            throw new SeasonMismatchException(begun, wanted);
        return agenda.Meta(Now) is { } now ? InstantPattern.ExtendedIso.Parse(now).Value : StartOf(options);
    }

    /// <summary>
    /// The clock is noted before each deed of somebody, but not at each timer: how far those had come is in the engine.
    /// </summary>
    public static void GoOn(VirtualTimeline clock, DurableEngine engine)
    {
        if (engine.LastChange is { } last && last > clock.GetCurrentInstant())
            clock.AdvanceTo(last);
    }

    /// <summary>Plays until nothing is left to do, or until the instant of the options.</summary>
    public async Task PlayAsync(IProgress<SeasonProgress> progress, CancellationToken cancellation)
    {
        Begin();
        foreach (var round in options.Rounds)
            await hints.RoundOpenedAsync(round, cancellation);
        // A process that died between a commit and its hint left work that nobody would come for before the next sweep.
        if (agenda.Meta(Now) is not null)
            await RearmAsync(cancellation);
        // What was begun is done to its end; what was cancelled does nothing more.
        await platform.PlayAsync(Next, CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        if (options.Until is { } until && until > clock.GetCurrentInstant())
            AdvanceTo(until);
        await platform.WhenIdleAsync(cancellation);
        kept.Keep();

        IdleStep Next(Instant? due)
        {
            var item = agenda.Next();
            if (cancellation.IsCancellationRequested || Earliest(item?.At, due) is not { } next || next > options.Until)
                return IdleStep.Stop;
            kept.Pass(next);
            progress.Report(new(next, platform.Engine.EventsProcessed));
            if (item is null || due < item.At)
                return Pass(next);
            return IdleStep.Do(() => DoAsync(item, cancellation));
        }
    }

    // A timer before anybody's next deed: the engine goes on by itself.
    private IdleStep Pass(Instant due)
    {
        if (due > clock.GetCurrentInstant())
            clock.AdvanceTo(due);
        return IdleStep.GoOn;
    }

    private async Task RearmAsync(CancellationToken cancellation)
    {
        await platform.WhenIdleAsync(cancellation);
        await sweeper.RearmAsync(cancellation);
    }

    private static Instant? Earliest(Instant? a, Instant? b) => a is null ? b : b is null || a < b ? a : b;

    private void AdvanceTo(Instant instant)
    {
        if (instant <= clock.GetCurrentInstant())
            return;
        agenda.SetMeta(Now, InstantPattern.ExtendedIso.Format(instant));
        clock.AdvanceTo(instant);
    }

    private void Begin()
    {
        var items = options.Rounds.Select(id => new AgendaItem(
            $"plan-{id}",
            EntryWindow.Of(options.Of(id), options.Of(id).Round(id.Number)).Opens - Duration.FromHours(12),
            Deed.PlanRound,
            TedoriJson.Write(id)));
        agenda.Add(options.Sweeps ? [.. items, Sweep(StartOf(options))] : [.. items]);
    }

    private async Task DoAsync(AgendaItem item, CancellationToken cancellation)
    {
        AdvanceTo(item.At);
        var (result, following) = item.Kind switch
        {
            Deed.PlanRound => ("planned", await PlanAsync(TedoriJson.Read<RoundId>(item.Body))),
            Deed.Enter => (await companies.EnterAsync(item), []),
            Deed.ReadMail => ("read", await companies.ReadAsync(item)),
            Deed.ReportDelivery => (await reports.TakeAsync(item, cancellation), []),
            Deed.File => Followed(await companies.FileAsync(item), item),
            Deed.Leave => (await companies.LeaveAsync(item), []),
            Deed.CarryPlaces => (await office.CarryAsync(item), []),
            Deed.Release => (await office.ReleaseAsync(item), []),
            Deed.Review => await office.ReviewAsync(item),
            Deed.BeginReview => await BeginAsync(item),
            Deed.Visit => (await office.VisitAsync(item), []),
            Deed.Decide => (await extra.DecideAsync(item), []),
            Deed.Propose => (await extra.ProposeAsync(item), []),
            Deed.Approve => (await extra.ApproveAsync(item), []),
            Deed.SettleLots => await lots.SettleAsync(item),
            Deed.RecordEnvelope => await envelopes.RecordAsync(item),
            Deed.ReadPostmark => Followed(await envelopes.ReadAsync(item), item),
            Deed.WithdrawCorrection => await WithdrawAsync(item),
            Deed.ExtendSome => (await extra.ExtendSomeAsync(item), []),
            Deed.RepeatNotices => (await extra.RepeatAsync(item), []),
            Deed.ChangeContact => await contacts.ChangeAsync(item),
            Deed.ConfirmContact => (await contacts.ConfirmAsync(item), []),
            Deed.Sweep => await SweepAsync(item, cancellation),
            _ => throw new InvalidOperationException($"Nobody knows how to do {item.Kind}."),
        };
        agenda.Done(item, result, following);
    }

    private async Task<List<AgendaItem>> PlanAsync(RoundId round) =>
        [.. await planner.PlanAsync(round), .. extra.Plan(round), .. time.Plan(round), .. lots.Plan(round)];

    private async Task<(string, List<AgendaItem>)> WithdrawAsync(AgendaItem item)
    {
        var result = await extra.WithdrawAsync(item);
        return (result, office.PlanReview(await extra.StateAsync(item), item.Key, item.At));
    }

    private async Task<(string, List<AgendaItem>)> BeginAsync(AgendaItem item)
    {
        var (result, state) = await office.BeginAsync(item);
        return (result, [.. replacements.PlanAfterBegin(state, item.At)]);
    }

    private (string, List<AgendaItem>) Followed((string Result, CaseState? Accepted) filed, AgendaItem item)
    {
        var (result, accepted) = filed;
        return (result, accepted switch
        {
            null => [],
            { Step: Step.Implementation or Step.Claim } =>
            [
                .. companies.PlanClaim(accepted, item.At), .. Versions(accepted, item),
            ],
            { Step: Step.EligibilityReview or Step.ClaimReview } =>
            [
                .. office.PlanReview(accepted, item.Key, item.At), .. companies.PlanDecline(accepted, item.At),
                .. Versions(accepted, item),
            ],
            _ => [],
        });
    }

    private IEnumerable<AgendaItem> Versions(CaseState accepted, AgendaItem item) => item.Kind == Deed.File
        ? replacements.PlanNext(accepted, TedoriJson.Read<FilingPlan>(item.Body), item)
        : [];

    private async Task<(string, List<AgendaItem>)> SweepAsync(AgendaItem item, CancellationToken cancellation)
    {
        var report = await sweeper.SweepAsync(cancellation);
        swept.Add(report);
        // The season ends when nobody has anything left to do, so the sweeper comes only as long as somebody does.
        // What it mended may leave something that only the next one sees: a case is let go of when its mail has left.
        if (agenda.Open > 1 || platform.Engine.NextDue is not null || !report.Clean)
            agenda.SetMeta(Busy, InstantPattern.ExtendedIso.Format(item.At));
        var idle = agenda.Meta(Busy) is { } busy ? item.At - InstantPattern.ExtendedIso.Parse(busy).Value : Closed;
        var more = idle == Duration.Zero || (options.LostHints > 0 && idle < Closed);
        await watch.RunAsync(item.At, cancellation);
        return (TedoriJson.Write(report), more ? [Sweep(item.At)] : []);
    }

    // Every week in the small hours, or every eight hours where hints are lost on purpose: what a notice of the last
    // day needs must be found while that day lasts.
    private AgendaItem Sweep(Instant after)
    {
        var first = JapanTime.At(JapanTime.DateOf(after), new LocalTime(3, 0, 0).PlusMilliseconds(11));
        var at = options.LostHints == 0 ? first + Duration.FromDays(7) : first;
        while (at <= after)
            at += Duration.FromHours(8);
        return new($"sweep-{InstantPattern.ExtendedIso.Format(at)}", at, Deed.Sweep, "{}");
    }
}

/// <summary>What all sweeps of a season met together.</summary>
internal sealed class SweepTally
{
    public int Sweeps { get; private set; }

    public int Mended { get; private set; }

    public void Add(SweepReport report)
    {
        Sweeps++;
        Mended += report.Late + report.Unopened + report.Unsent;
    }
}
