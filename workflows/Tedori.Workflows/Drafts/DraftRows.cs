using Tedori.Programme;
using Tedori.Programme.Filings;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Drafts;

/// <summary>The rows of drafts. Storage format.</summary>
internal static class DraftRows
{
    private const string Drafts = "draft-";
    private const string SafeCopies = "safecopy-";

    private static readonly RowPartition List = new(RecordSet.Office, "drafts");

    /// <summary>The office's list of drafts.</summary>
    public static RowRange<DraftEntry> Entries => List.All<DraftEntry>();

    /// <summary>What was typed into a form and not filed.</summary>
    public static RowKey<Draft> Draft(CaseId id, FormKey form) => CaseRows.Of(id).Row<Draft>(Drafts + form);

    /// <summary>The drafts of a case.</summary>
    public static RowRange<Draft> DraftsOf(CaseId id) => CaseRows.Of(id).Prefix<Draft>(Drafts);

    /// <summary>A draft as it stood at its deadline.</summary>
    public static RowKey<Draft> SafeCopy(CaseId id, FormKey form) => CaseRows.Of(id).Row<Draft>(SafeCopies + form);

    /// <summary>The drafts of a case as they stood at their deadlines.</summary>
    public static RowRange<Draft> SafeCopiesOf(CaseId id) => CaseRows.Of(id).Prefix<Draft>(SafeCopies);

    /// <summary>A draft on the office's list.</summary>
    public static RowKey<DraftEntry> Entry(CaseId id, FormKey form) => List.Row<DraftEntry>($"{id}.{form}");
}
