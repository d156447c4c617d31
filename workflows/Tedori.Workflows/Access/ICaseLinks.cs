using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Access;

/// <summary>Makes and reads the signed links through which a company reaches its case.</summary>
public interface ICaseLinks
{
    /// <summary>The address of a link to a case, or null where no public address is configured.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="generation">Generation of the case's links; links of another generation are void.</param>
    Uri? For(CaseId caseId, int generation);

    /// <summary>What a token says, or null where it is forged, damaged or past its time.</summary>
    CaseLink? Read(string token, Instant now);

    /// <summary>The address that confirms a change of contact, or null where no public address is configured.</summary>
    Uri? ForContact(CaseId caseId, ContactConfirmation confirmation);

    /// <summary>What a token of such an address confirms, or null where it is forged, damaged or past its time.</summary>
    ContactLink? ReadContact(string token, Instant now);
}
