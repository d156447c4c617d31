using Tedori.Programme.Cases;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>One version of a filing as the record holds it.</summary>
/// <param name="Version">Which version, from 1.</param>
/// <param name="Number">Number of the event that took it in.</param>
/// <param name="Event">The event.</param>
public sealed record FiledVersion(int Version, int Number, CaseEvent Event)
{
    /// <summary>The filing.</summary>
    public Filing Filing => EventLabels.FilingOf(Event)!;

    /// <summary>All versions of what an event took in, in order.</summary>
    public static IReadOnlyList<FiledVersion> Of(IReadOnlyList<(int Number, CaseEvent Event)> events, CaseEvent filed)
    {
        ArgumentNullException.ThrowIfNull(filed);
        return [.. events.Where(e => IsOfTheSame(e.Event, filed)).Select((e, i) => new FiledVersion(i + 1, e.Number, e.Event))];
    }

    // Each answer to a correction is an answer of its own.
    private static bool IsOfTheSame(CaseEvent one, CaseEvent other) => one.GetType() == other.GetType()
        && (one as CaseEvent.CorrectionAnswered)?.Number == (other as CaseEvent.CorrectionAnswered)?.Number;
}
