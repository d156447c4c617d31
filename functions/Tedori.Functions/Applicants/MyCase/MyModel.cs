using NodaTime;
using Tedori.Functions.Applicants.Filings;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Programme.Plans;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Drafts;

namespace Tedori.Functions.Applicants.MyCase;

/// <summary>What my page shows.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Edition">The programme.</param>
/// <param name="State">The case.</param>
/// <param name="Now">The time of the request.</param>
/// <param name="Events">All events with their numbers.</param>
/// <param name="Notices">The notices that left.</param>
/// <param name="Draft">The draft of the form that is next, or null.</param>
/// <param name="Proof">That the entry is in the published list, or null before the list is frozen.</param>
public sealed record MyModel(
    MyFrame Frame, Edition Edition, CaseState State, Instant Now, IReadOnlyList<(int Number, CaseEvent Event)> Events,
    IReadOnlyList<SentNotice> Notices, Draft? Draft, EntryProof? Proof)
{
    /// <summary>The measures of the cooperation plan that fit what the company chose and where it stands, best first.</summary>
    public IReadOnlyList<Referral> Supports { get; init; } = [];

    /// <summary>Whether files came by mail.</summary>
    public bool HasMails { get; init; }

    /// <summary>The round of the case.</summary>
    public required RoundState Round { get; init; }

    /// <summary>What was filed and can still be replaced, or null.</summary>
    public Replaceable? Replaceable => Replaceable.Of(Edition, State, Now);

    /// <summary>The next date and what to do.</summary>
    public NextStep Next => NextStep.Of(Edition, State, Now);

    /// <summary>The deadline that runs, or null.</summary>
    public Deadline? Deadline => FormKey.Of(State) is not null && State.Step != Step.Implementation
        && Programme.Cases.CaseSchedule.Current(Edition, State) is { } cutoff
            ? new(cutoff, Now)
            : null;

    /// <summary>Every file that was filed, with the event that lists it.</summary>
    public IEnumerable<(int Number, CaseEvent Event, EvidenceFile File)> Files =>
        from e in Events
        from file in EventLabels.FilingOf(e.Event)?.Files ?? []
        select (e.Number, e.Event, file);
}
