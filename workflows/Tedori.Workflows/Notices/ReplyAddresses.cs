using System.Security.Cryptography;
using System.Text;
using Tedori.Programme;
using Tedori.Programme.Inbound;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Notices;

/// <summary>The addresses by which companies answer about their cases.</summary>
public sealed class ReplyAddresses(IRecords records, InboundSettings settings)
{
    /// <summary>The address of a case, made with its first mail; null where no mails come in.</summary>
    public async Task<string?> OfAsync(CaseId id, CancellationToken cancellation = default)
    {
        if (settings.Domain is not { } domain)
            return null;
        var key = CaseRows.ReplyCode(id);
        var code = (await records.ReadAsync(key, cancellation))?.Body;
        if (code is null)
        {
            code = RandomNumberGenerator.GetString(ReplyAddress.CodeLetters, ReplyAddress.CodeLength);
            // A conflict means that another mail made it meanwhile.
            if (!(await records.CommitAsync(key.Insert(code), cancellation)).Succeeded)
                code = (await records.ReadAsync(key, cancellation))!.Body;
        }

        return new ReplyAddress(id, code).In(domain);
    }

    /// <summary>The case whose address this is, or null: also where the code is not the case's.</summary>
    public async Task<CaseId?> FindAsync(string address, CancellationToken cancellation = default)
    {
        if (settings.Domain is not { } domain || ReplyAddress.Read(address, domain) is not { } named)
            return null;
        var kept = (await records.ReadAsync(CaseRows.ReplyCode(named.Case), cancellation))?.Body ?? "";
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept), Encoding.ASCII.GetBytes(named.Code))
            ? named.Case
            : null;
    }
}
