using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Cases;

/// <summary>The rows in a case's partition. Storage format.</summary>
public static class CaseRows
{
    private const string Outbox = "outbox-";
    private const string Sent = "sent-";

    /// <summary>Everything that is kept of a case.</summary>
    public static RowPartition Of(CaseId id) => new(RecordSet.Cases, id.ToString());

    /// <summary>The state with the number of events and the hash of the last.</summary>
    public static RowKey<CaseSnapshot> Snapshot(CaseId id) => Of(id).Row<CaseSnapshot>("snapshot");

    /// <summary>Which links to the case are valid, and which were voided alone.</summary>
    public static RowKey<LinkAccess> Access(CaseId id) => Of(id).Row<LinkAccess>("access");

    /// <summary>The language that its company chose, where it chose one.</summary>
    public static RowKey<ChosenLanguage> Language(CaseId id) => Of(id).Row<ChosenLanguage>("language");

    /// <summary>The code in the address by which its company answers; absent before its first mail.</summary>
    public static RowKey<string> ReplyCode(CaseId id) => Of(id).Row<string>("reply");

    /// <summary>The events, by number.</summary>
    public static RowRange<EventRow> EventsOf(CaseId id) => Of(id).Prefix<EventRow>("event-");

    /// <summary>The first so many events, by number.</summary>
    public static RowRange<EventRow> EventsOf(CaseId id, int count) =>
        new(Of(id), Event(id, 1).Key, Event(id, count + 1).Key);

    /// <summary>The event with this number.</summary>
    public static RowKey<EventRow> Event(CaseId id, int number) =>
        Of(id).Row<EventRow>(string.Create(CultureInfo.InvariantCulture, $"event-{number:0000}"));

    /// <summary>The refused filings, by when they were decided about.</summary>
    public static RowRange<AttemptRow> AttemptsOf(CaseId id) => Of(id).Prefix<AttemptRow>("attempt-");

    /// <summary>The filings that were refused in one instant.</summary>
    public static RowRange<AttemptRow> AttemptsOf(CaseId id, Instant at) => Of(id).Prefix<AttemptRow>(Attempts(at));

    /// <summary>
    /// A refused filing: by when it was decided about, and by the digest of its own key, which is the sender's text and
    /// may hold what no row key can.
    /// </summary>
    public static RowKey<AttemptRow> Attempt(CaseId id, Instant at, string key) =>
        Of(id).Row<AttemptRow>(Attempts(at) + Digest(key));

    /// <summary>The notices that have not left.</summary>
    public static RowRange<Notice> OutboxOf(CaseId id) => Of(id).Prefix<Notice>(Outbox);

    /// <summary>The notices of a kind that have not left.</summary>
    public static RowRange<Notice> OutboxOf(CaseId id, NoticeKind kind) =>
        Of(id).Prefix<Notice>(Outbox + Kind(id, kind));

    /// <summary>A notice, as long as it has not left.</summary>
    public static RowKey<Notice> Pending(NoticeId id) => Of(id.CaseId).Row<Notice>(Outbox + id);

    /// <summary>The notices that have left.</summary>
    public static RowRange<SentNotice> SentOf(CaseId id) => Of(id).Prefix<SentNotice>(Sent);

    /// <summary>The notices of a kind that have left.</summary>
    public static RowRange<SentNotice> SentOf(CaseId id, NoticeKind kind) =>
        Of(id).Prefix<SentNotice>(Sent + Kind(id, kind));

    /// <summary>A notice, once it has left.</summary>
    public static RowKey<SentNotice> Ledger(NoticeId id) => Of(id.CaseId).Row<SentNotice>(Sent + id);

    private static string Attempts(Instant at) =>
        $"attempt-{InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'.'fffffffff").Format(at)}-";

    private static string Kind(CaseId id, NoticeKind kind) => $"{id}.{NoticeId.NameOf(kind)}.";

    private static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
