using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Entries;

/// <summary>When a round takes entries: half-open on the time of receipt (guideline 1(4)(ア)).</summary>
/// <param name="Opens">First instant that counts (inclusive).</param>
/// <param name="Closes">First instant that is too late (exclusive end).</param>
public sealed record EntryWindow(Instant Opens, Instant Closes)
{
    /// <summary>Code of the refusal of what comes after the end.</summary>
    public const string Closed = "entryClosed";

    /// <summary>The window of a round, as it was moved last: whoever asks for the end of a window asks here.</summary>
    public static EntryWindow Of(Edition edition, Round round)
    {
        var written = AsWritten(edition, round);
        return round.Moved is { } moved && moved.Closes > written.Closes
            ? written with { Closes = moved.Closes }
            : written;
    }

    /// <summary>The window as the programme file has it.</summary>
    public static EntryWindow AsWritten(Edition edition, Round round)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(round);
        return new(
            JapanTime.At(round.EntryOpens, edition.Hours.Opens),
            JapanTime.At(round.EntryCloses, edition.Hours.Closes));
    }

    /// <summary>Whether an entry received at this instant counts.</summary>
    public bool Admits(Instant receivedAt) => receivedAt >= Opens && receivedAt < Closes;

    /// <summary>Why an entry received at this instant does not count, or null where it does.</summary>
    /// <param name="receivedAt">When the server received it.</param>
    /// <param name="number">Number of the round, for the words.</param>
    public Refusal? Refuse(Instant receivedAt, int number)
    {
        if (receivedAt < Opens)
            return new("entryNotOpen", $"第{number}回の事前エントリーは{JapaneseDate.Full(Opens)}から受け付けます。");
        return receivedAt >= Closes
            ? new(Closed, $"第{number}回の事前エントリーは{JapaneseDate.Full(Closes)}に締め切りました。次の回にお申し込みください。")
            : null;
    }
}
