using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Inbound;

/// <summary>The rows of mails that came in. Storage format.</summary>
public static partial class InboundRows
{
    private static readonly InstantPattern IdPattern =
        InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmssfff");

    private static readonly RowPartition Office = new(RecordSet.Office, "inbound-unfiled");
    private static readonly RowPartition Digests = new(RecordSet.Office, "inbound-digests");

    /// <summary>The id of a mail.</summary>
    public static string IdOf(Instant receivedAt, string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return $"{IdPattern.Format(receivedAt)}-{sha256[..16]}";
    }

    /// <summary>Whether a text is an id of a mail.</summary>
    public static bool IsId(string? text) => text is not null && Form().IsMatch(text);

    /// <summary>The mail.</summary>
    /// <param name="id">Its id: what is none has no row.</param>
    public static RowKey<InboundMail> Mail(string id) => Month(id[..6]).Row<InboundMail>(id);

    /// <summary>The mails of a month of UTC, as four digits of the year and two of the month.</summary>
    public static RowPartition Month(string month) => new(RecordSet.Office, $"inbound-{month}");

    /// <summary>The same as lines, so that a list reads no texts.</summary>
    public static RowRange<InboundLine> LinesOf(string month) =>
        new RowPartition(RecordSet.Office, $"inbound-list-{month}").All<InboundLine>();

    /// <summary>One of them.</summary>
    public static RowKey<InboundLine> MonthLine(string id) => LinesOf(id[..6]).Partition.Row<InboundLine>(id);

    /// <summary>Under which id a mail of this digest is kept, and when it was received.</summary>
    public static RowKey<InboundReceipt> Digest(string sha256) => Digests.Row<InboundReceipt>(sha256);

    /// <summary>The mails that are filed with no case and of which something is left to do.</summary>
    public static RowRange<InboundLine> Unfiled => Office.All<InboundLine>();

    /// <summary>One of them.</summary>
    public static RowKey<InboundLine> UnfiledLine(string id) => Office.Row<InboundLine>(id);

    /// <summary>The mails of a case, in order of receipt.</summary>
    public static RowRange<InboundLine> OfCase(CaseId id) => CaseRows.Of(id).Prefix<InboundLine>("inbound-");

    /// <summary>One of them.</summary>
    public static RowKey<InboundLine> CaseLine(CaseId caseId, string id) =>
        CaseRows.Of(caseId).Row<InboundLine>("inbound-" + id);

    /// <summary>When a mail of the case was answered last.</summary>
    public static RowKey<InboundAnswer> Answered(CaseId caseId) => CaseRows.Of(caseId).Row<InboundAnswer>("answered-mail");

    [GeneratedRegex("^[0-9]{8}T[0-9]{9}-[0-9a-f]{16}$")]
    private static partial Regex Form();
}
