using NodaTime;
using Tedori.Programme.Access;

namespace Tedori.Workflows.Access;

/// <summary>
/// Makes and reads the signed links through which a company reaches its case. Whether one is valid is not its matter.
/// </summary>
public interface ICaseLinks
{
    /// <summary>A link that says this, or null where no public address is configured.</summary>
    IssuedLink? For(CaseLink link);

    /// <summary>What a token says and until when, or null where its signature does not hold.</summary>
    (CaseLink Link, Instant Until)? Read(string token);

    /// <summary>A link to confirm a change of contact, or null where no public address is configured.</summary>
    IssuedLink? ForContact(ContactLink link);

    /// <summary>What a token of such a link says and until when, or null where its signature does not hold.</summary>
    (ContactLink Link, Instant Until)? ReadContact(string token);
}
