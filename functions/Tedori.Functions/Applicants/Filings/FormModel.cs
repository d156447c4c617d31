using Tedori.Functions.Components.Forms;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>What the page of a form shows.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Edition">The programme.</param>
/// <param name="State">The case.</param>
/// <param name="Form">The form.</param>
/// <param name="Answers">What was filled in so far.</param>
/// <param name="Draft">The draft as it was saved last, or null.</param>
/// <param name="Deadline">The deadline, or null where it is not fixed.</param>
/// <param name="Errors">What is wrong.</param>
/// <param name="Files">The files of the case.</param>
public sealed record FormModel(
    MyFrame Frame, Edition Edition, CaseState State, FilingForm Form, FormAnswers Answers, Draft? Draft,
    Deadline? Deadline,
    IReadOnlyList<FieldError> Errors, IReadOnlyList<ListedFile> Files)
{
    /// <summary>What was refused of files that were posted without script, or not uploaded, each at its input.</summary>
    public IReadOnlyList<FieldError> FileErrors { get; init; } = [];

    /// <summary>Whether files came by mail, which may be put among the drafts.</summary>
    public bool HasMails { get; init; }

    /// <summary>The filing in whose place this one comes (差し替え), or null where it is the first.</summary>
    public FiledVersion? Replaces { get; init; }

    /// <summary>Key of the filing in whose place this one comes, or null where it is the first.</summary>
    public string? FiledKey => Replaces?.Filing.Key;

    /// <summary>The one section that is shown, or null where all are.</summary>
    public FormSection? Section { get; init; }

    /// <summary>The documents that the form asks for.</summary>
    public IReadOnlyList<DocumentSlot> Slots => DocumentSlots.Of(Form);

    /// <summary>The files that the filing would list: of the version before, and the uploads.</summary>
    public IReadOnlyList<EvidenceFile> Evidence =>
        [.. Replaces is null ? [] : KeptFiles.Of(Replaces.Filing, Answers), .. Files.Where(f => !f.Filed).Select(f => f.Held.File)];

    /// <summary>The documents of which there is no file.</summary>
    public IReadOnlyList<DocumentSlot> Missing => DocumentSlots.Missing(Form, Answers, Evidence);

    /// <summary>How far each section is.</summary>
    public IReadOnlyList<SectionState> Progress => SectionState.Of(this);

    /// <summary>Version of the draft on which the page is based.</summary>
    public int Version => Draft?.Version ?? 0;

    /// <summary>Where the form is posted to.</summary>
    public string Path => $"/my/{Frame.CaseId}/forms/{Form.Key}";

    /// <summary>What the rules work out.</summary>
    public FormNotes Notes => FormNotes.Of(Edition, State, Form, Answers);
}
