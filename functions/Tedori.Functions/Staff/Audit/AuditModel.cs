using NodaTime.Text;
using Tedori.Functions.Components.Forms;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Audit;

/// <summary>What the page of the audit log shows.</summary>
/// <param name="Member">Who looks.</param>
/// <param name="Query">What is looked for.</param>
/// <param name="Entries">A page of it, the latest first.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="More">Whether there is a next page.</param>
/// <param name="Members">Everybody who has used the console.</param>
/// <param name="Errors">What was wrong with the days.</param>
public sealed record AuditModel(
    StaffMember Member,
    AuditQuery Query,
    IReadOnlyList<AuditEntry> Entries,
    int Page,
    bool More,
    IReadOnlyList<StaffMember> Members,
    IReadOnlyList<FieldError> Errors)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 100;

    /// <summary>The query of the address of a page.</summary>
    public string Address(int page) => "?" + string.Join('&', new (string Name, string Value)[]
    {
        ("from", LocalDatePattern.Iso.Format(Query.From)), ("to", LocalDatePattern.Iso.Format(Query.To)),
        ("by", Query.By), ("subject", Query.Subject), ("action", Query.Action),
        ("page", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""),
    }.Where(p => p.Value.Length > 0).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
}
