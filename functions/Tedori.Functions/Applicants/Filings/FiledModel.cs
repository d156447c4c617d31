using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Filings;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>The receipt of a filing.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Edition">The programme.</param>
/// <param name="Company">Name of the company.</param>
/// <param name="Number">Its number in the case: that of the event which took it in.</param>
/// <param name="Event">The event that took it in.</param>
/// <param name="Paper">What was stated, or null where it came by post.</param>
/// <param name="Versions">All versions of it, in order.</param>
/// <param name="MayReplace">Whether it can be replaced now.</param>
public sealed record FiledModel(
    MyFrame Frame, Edition Edition, string Company, int Number, CaseEvent Event, FilingPaper? Paper,
    IReadOnlyList<FiledVersion> Versions, bool MayReplace)
{
    /// <summary>The filing.</summary>
    public Filing Filing => EventLabels.FilingOf(Event)!;
}
