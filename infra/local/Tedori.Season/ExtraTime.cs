using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Serialization;

namespace Tedori.Season;

/// <summary>
/// Outages on a closing day: the second round of each year gets a later end before its own has come, the fifth after
/// it, and whoever registers in the last round of the first year may do so until the end of an outage.
/// </summary>
internal sealed class ExtraTime(SeasonOptions options)
{
    /// <summary>The round whose window is moved before its end.</summary>
    public const int MovedBefore = 2;

    /// <summary>
    /// The round whose window is moved after its end: it is proposed before, so that the sealing waits.
    /// </summary>
    public const int MovedAfter = 5;

    /// <summary>How many companies enter a moved window in the time that was added.</summary>
    public const int Entering = 2;

    private const string Why = "締切の日に通信障害が起きたため";
    private static readonly Duration Added = Duration.FromHours(4);

    /// <summary>When the window of a round ends as it is going to be moved, or null where it is not.</summary>
    public static Instant? EndOf(Edition edition, int round) => round is MovedBefore or MovedAfter
        ? EntryWindow.AsWritten(edition, edition.Round(round)).Closes + Added
        : null;

    /// <summary>The outage over the end of a company registration.</summary>
    public ProposedAction.DeclareOutage Outage()
    {
        var due = Last.CompanyRegistration;
        return new(
            JapanTime.At(due, options.Edition.Hours.Opens),
            JapanTime.At(due, options.Edition.Hours.Closes) + Added, Why);
    }

    /// <summary>What the office decides about the time of a round.</summary>
    public IEnumerable<AgendaItem> Plan(RoundId id)
    {
        var edition = options.Of(id);
        if (EndOf(edition, id.Number) is { } end)
        {
            foreach (var item in PlanMove(id, EntryWindow.AsWritten(edition, edition.Round(id.Number)).Closes, end))
                yield return item;
        }

        if (id == new RoundId(options.Edition.Id, Last.Number))
        {
            var outage = Outage();
            yield return Item($"outage-{id}", outage.From + Minutes(37), Deed.Decide, outage);
        }
    }

    // With lost hints what was approved is done by the next sweep, so nobody enters or files before that.
    private static IEnumerable<AgendaItem> PlanMove(RoundId id, Instant closes, Instant end)
    {
        var (key, move) = ($"move-{id}", new ProposedAction.MoveWindow(id, end, Why));
        if (id.Number == MovedBefore)
            return [Item(key, closes - Duration.FromHours(6) - Minutes(13), Deed.Decide, move)];
        return
        [
            Item(key, closes - Minutes(19), Deed.Propose, move),
            new($"{key}-approved", closes + Minutes(91), Deed.Approve, TedoriJson.Write(new ApprovalPlan(key, move))),
        ];
    }

    /// <summary>How some companies file in the outage: in it, at its very end, and after it.</summary>
    public AgendaItem? PlanFiling(CaseId id, Step step, Company company)
    {
        if (step != Step.CompanyRegistration || id.Round != new RoundId(options.Edition.Id, Last.Number)
            || FiledBeforeEnd(company.Index) is not { } before)
            return null;
        var at = Outage().Until - before;
        return new($"file-{id}-{step}", at + Duration.FromMilliseconds(1501), Deed.File,
            TedoriJson.Write(new FilingPlan(id, step, new Receipt.Electronic(at))));
    }

    private static Duration? FiledBeforeEnd(int index) => index switch
    {
        4 => Minutes(23),
        7 => Duration.Zero,
        8 => Duration.FromMilliseconds(-1),
        _ => null,
    };

    private Round Last => options.Edition.Rounds[^1];

    private static Duration Minutes(int count) => Duration.FromMilliseconds((count * 60_000) + 7_013);

    private static AgendaItem Item(string key, Instant at, Deed kind, ProposedAction action) =>
        new(key, at, kind, TedoriJson.Write(new DecisionPlan(action, Why)));
}
