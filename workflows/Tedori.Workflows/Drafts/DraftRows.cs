using Tedori.Programme;
using Tedori.Programme.Filings;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Drafts;

/// <summary>Keys of the rows of drafts. Storage format.</summary>
internal static class DraftRows
{
    /// <summary>Partition of the office's list of drafts.</summary>
    public const string List = "drafts";

    public static string Draft(FormKey form) => CaseRows.Drafts + form;

    public static string SafeCopy(FormKey form) => CaseRows.SafeCopies + form;

    public static string Entry(CaseId id, FormKey form) => $"{id}.{form}";
}
