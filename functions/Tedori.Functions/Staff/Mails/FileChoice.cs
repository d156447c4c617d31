using Tedori.Programme.Filings;
using Tedori.Workflows.Inbound;

namespace Tedori.Functions.Staff.Mails;

/// <summary>Which document a file of a mail is, as staff choose it.</summary>
public static class FileChoice
{
    /// <summary>It is none that the form asks for by name.</summary>
    public const string Other = "other";

    /// <summary>It does not belong to what is filed.</summary>
    public const string LeftOut = "no";

    /// <summary>The documents of a form and that it is another, by the value of the choice.</summary>
    public static IReadOnlyList<(string Value, string Text)> Of(FilingForm form) =>
        [.. DocumentSlots.Of(form).Select(s => (s.Name, s.Label)), (Other, "その他の書類")];

    /// <summary>What is chosen before anybody chose: the document that its name fits.</summary>
    public static string Proposed(FilingForm form, InboundFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DocumentSlots.Fitting(DocumentSlots.Of(form), file.Name)?.Name ?? Other;
    }

    /// <summary>The document that a choice names, or null for another; a fault where it names none of the form's.</summary>
    public static bool TryRead(FilingForm form, string chosen, out string? slot)
    {
        slot = chosen == Other ? null : chosen;
        return slot is null || DocumentSlots.Of(form).Any(s => s.Name == chosen);
    }
}
