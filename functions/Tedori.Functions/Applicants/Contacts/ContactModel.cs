using Tedori.Functions.Components.Forms;
using Tedori.Programme.Cases;

namespace Tedori.Functions.Applicants.Contacts;

/// <summary>What the page shows on which a company changes its contact.</summary>
/// <param name="Frame">Case and token.</param>
/// <param name="Now">The contact as it is.</param>
/// <param name="Open">The change that waits for its confirmations, or null.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Repeated">The e-mail address typed a second time.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record ContactModel(
    MyFrame Frame, Contact Now, ContactChange? Open, Contact Typed, string Repeated, IReadOnlyList<FieldError> Errors)
{
    /// <summary>The change whose links have expired before it was confirmed, or null.</summary>
    public ContactChange? Expired { get; init; }
}
