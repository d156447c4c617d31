using Tedori.Programme;

namespace Tedori.Workflows.Directory;

/// <summary>What staff look for; null or empty means any.</summary>
/// <param name="Text">Part of a receipt number, corporate number, name, phone or mail address.</param>
/// <param name="Round">Number of the round.</param>
/// <param name="Step">Where the case stands.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Track">Its track.</param>
/// <param name="Reviewer">
/// Id of the member it is assigned to; <see cref="Nobody"/> for those assigned to nobody.
/// </param>
/// <param name="CorrectionOpen">Whether a correction waits for the company.</param>
/// <param name="Order">Order of the list.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="PageSize">Rows on a page, 1 to 500.</param>
public sealed record CaseQuery(
    string Text = "",
    int? Round = null,
    Step? Step = null,
    Outcome? Outcome = null,
    Track? Track = null,
    string? Reviewer = null,
    bool? CorrectionOpen = null,
    CaseOrder Order = CaseOrder.Id,
    int Page = 1,
    int PageSize = 50)
{
    /// <summary>Id of the edition.</summary>
    public string? Edition { get; init; }

    /// <summary>Value of <see cref="Reviewer"/> for cases that are assigned to nobody.</summary>
    public const string Nobody = "-";
}
