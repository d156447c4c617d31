using NodaTime;
using NodaTime.Text;
using Tedori.Programme.Alarms;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Alarms;

/// <summary>The rows of the alarms. Storage format.</summary>
internal static class AlarmRows
{
    private static readonly RowPartition Alarms = new(RecordSet.Office, "alarms");
    private static readonly LocalDatePattern Days = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>When alarms were looked for last.</summary>
    public static RowKey<AlarmLook> Look { get; } = Alarms.Row<AlarmLook>("look");

    /// <summary>The alarms that last.</summary>
    public static RowRange<OpenAlarm> Open { get; } = Alarms.Prefix<OpenAlarm>("open-");

    /// <summary>An alarm, as long as it lasts.</summary>
    public static RowKey<OpenAlarm> OpenOf(string key) => Alarms.Row<OpenAlarm>("open-" + key);

    /// <summary>The mails about alarms from a date on, Asia/Tokyo, by date and alarm.</summary>
    public static RowRange<AlarmMail> MailsFrom(LocalDate date) =>
        Alarms.Prefix<AlarmMail>("alarm-") with { From = $"alarm-{Days.Format(date)}-" };

    /// <summary>The mail about an alarm on a date, Asia/Tokyo. Its key is the id by which the mail server knows it.</summary>
    public static RowKey<AlarmMail> Mail(LocalDate date, string key, bool over) =>
        Alarms.Row<AlarmMail>($"alarm-{Days.Format(date)}-{key}{(over ? "-over" : "")}");

    /// <summary>The mail with an id.</summary>
    public static RowKey<AlarmMail> Mail(string id) => Alarms.Row<AlarmMail>(id);
}

/// <summary>That alarms were looked for. Storage format.</summary>
/// <param name="At">When.</param>
public sealed record AlarmLook(Instant At);
