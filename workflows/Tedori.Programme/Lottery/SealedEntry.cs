using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Lottery;

/// <summary>An entry in the frozen list of a round.</summary>
/// <param name="Number">Its number, from 1, in order of receipt.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="ReceivedAt">When it was received.</param>
public sealed record SealedEntry(int Number, CaseId CaseId, Instant ReceivedAt)
{
    /// <summary>SHA-256 of number, case and time of receipt (ISO 8601, UTC), joined by <c>|</c>.</summary>
    public byte[] Leaf() => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Number}|{CaseId}|{InstantPattern.ExtendedIso.Format(ReceivedAt)}")));
}
