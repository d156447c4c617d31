using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;
using Tedori.Programme.Lottery;
using Tedori.Programme.Plans;
using Tedori.Workflows.Access;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>What the page of a case shows.</summary>
/// <param name="Member">Who looks.</param>
/// <param name="Token">For the forms of the page.</param>
/// <param name="Edition">The programme.</param>
/// <param name="Folder">Everything that the record holds.</param>
/// <param name="Members">Everybody who has used the console.</param>
/// <param name="Typed">What was posted and could not be taken; empty otherwise.</param>
/// <param name="Errors">What was wrong with it.</param>
/// <param name="Now">When it was asked for.</param>
/// <param name="Papers">What the company stated in its filings, by digest of the file that keeps it.</param>
public sealed record StaffCaseModel(
    StaffMember Member,
    FormToken Token,
    Edition Edition,
    CaseFile Folder,
    IReadOnlyList<StaffMember> Members,
    PostedForm Typed,
    IReadOnlyList<FieldError> Errors,
    Instant Now,
    IReadOnlyDictionary<string, FilingPaper> Papers)
{
    /// <summary>The round of the case.</summary>
    public required RoundState Round { get; init; }

    /// <summary>The cooperation plan whose measures fit the programme, or null.</summary>
    public Plan? Plan { get; init; }

    /// <summary>The measures that fit the company, best first.</summary>
    public IReadOnlyList<Referral> Supports { get; init; } = [];

    /// <summary>To which measures the company was led, in order of time.</summary>
    public IReadOnlyList<RecordedReferral> Referred { get; init; } = [];

    /// <summary>The case.</summary>
    public CaseState State => Folder.State;

    /// <summary>How many events the member saw: every form sends it back as <c>seen</c>.</summary>
    public int Seen => Folder.Snapshot.Events;

    /// <summary>What the company stated in a filing, or null where it came by post.</summary>
    public FilingPaper? PaperOf(IEnumerable<EvidenceFile> files) =>
        files.Select(f => Papers.GetValueOrDefault(f.Sha256)).FirstOrDefault(p => p is not null);

    /// <summary>The links that were sent to the company.</summary>
    public IReadOnlyList<ListedLink> Links => ListedLink.Of(Folder.Sent, Folder.Access, Now);

    /// <summary>Path of the case.</summary>
    public string Path => $"/staff/cases/{State.Id}";

    /// <summary>The deadline that runs for the company, or null.</summary>
    public Cutoff? Deadline => CaseSchedule.Current(Edition, State);
}
