using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Notices;

/// <summary>An event of a case with what follows from it: the case after it, and what its company is told.</summary>
/// <param name="Event">The event.</param>
/// <param name="Number">Its number within the case, from 1.</param>
/// <param name="After">The case after it.</param>
/// <param name="Notice">The notice that it causes, or null where the company is told nothing.</param>
public sealed record FollowedEvent(CaseEvent Event, int Number, CaseState After, Notice? Notice)
{
    /// <summary>
    /// Follows events that were accepted. Pure: what is committed and what is shown before it is committed are this, so that
    /// they cannot differ.
    /// </summary>
    /// <param name="edition">The edition.</param>
    /// <param name="before">The case before them, or null where the first opens it.</param>
    /// <param name="events">How many events it had.</param>
    /// <param name="accepted">What was accepted, in order.</param>
    public static IReadOnlyList<FollowedEvent> Of(
        Edition edition, CaseState? before, int events, IReadOnlyList<CaseEvent> accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        var followed = new List<FollowedEvent>(accepted.Count);
        foreach (var e in accepted)
        {
            before = CaseEvolution.Evolve(before, e);
            events++;
            followed.Add(new(e, events, before, NoticeComposer.Compose(edition, before, e, events)));
        }

        return followed;
    }
}
