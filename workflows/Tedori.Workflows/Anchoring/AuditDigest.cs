using NodaTime;
using Tedori.Programme.Audit;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Audit;

namespace Tedori.Workflows.Anchoring;

/// <summary>Chains the entries of the audit log over the days that an anchor covers.</summary>
internal static class AuditDigest
{
    /// <summary>The digest of the days from one to another, both inclusive.</summary>
    public static async Task<LogAnchor> OfAsync(
        AuditLog log, LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        var (entries, digest) = (0, HashChain.Start);
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            await foreach (var entry in log.OfDayAsync(day).WithCancellation(cancellation))
                (entries, digest) = (entries + 1, HashChain.Next(digest, TedoriJson.Write(entry)));
        }

        return new(from, entries, digest);
    }
}
