using Tedori.Programme.Filings;
using Tedori.Workflows.Drafts;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>What the page of a form shows after its electronic end.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Form">The form.</param>
/// <param name="Deadline">The deadline that passed.</param>
/// <param name="Draft">What stood in the form, or null where nothing was saved.</param>
/// <param name="Paper">The same as a paper, or null.</param>
/// <param name="Company">Name of the company.</param>
public sealed record LateModel(
    MyFrame Frame, FilingForm Form, Deadline Deadline, Draft? Draft, FilingPaper? Paper, string Company)
{
    /// <summary>Whether a postmark of today or later still reaches the deadline.</summary>
    public bool PostIsPossible => Programme.Calendar.JapanTime.DateOf(Deadline.Now) <= Deadline.Cutoff.Date;
}
