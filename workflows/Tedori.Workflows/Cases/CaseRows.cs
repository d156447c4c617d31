using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Tedori.Workflows.Cases;

/// <summary>Keys of the rows in a case's partition. Storage format.</summary>
public static class CaseRows
{
    /// <summary>The state with the number of events and the hash of the last.</summary>
    public const string Snapshot = "snapshot";

    /// <summary>Which links to the case are valid, and which were voided alone.</summary>
    public const string Access = "access";

    /// <summary>Prefix of what was typed and not filed.</summary>
    public const string Drafts = "draft-";

    /// <summary>Prefix of drafts as they stood at their deadline.</summary>
    public const string SafeCopies = "safecopy-";

    /// <summary>Prefix of the events.</summary>
    public const string Events = "event-";

    /// <summary>Prefix of refused filings.</summary>
    public const string Attempts = "attempt-";

    /// <summary>Prefix of the notices that have not left.</summary>
    public const string Outbox = "outbox-";

    /// <summary>Prefix of the notices that have left.</summary>
    public const string Sent = "sent-";

    /// <summary>Key of the event with this number.</summary>
    public static string Event(int number) => string.Create(CultureInfo.InvariantCulture, $"{Events}{number:0000}");

    /// <summary>
    /// Key of a refused filing: by when it was decided about, and by the digest of its own key, which is the sender's text
    /// and may hold what no row key can.
    /// </summary>
    public static string Attempt(Instant at, string key) =>
        $"{Attempts}{InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'.'fffffffff").Format(at)}-{Digest(key)}";

    private static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
