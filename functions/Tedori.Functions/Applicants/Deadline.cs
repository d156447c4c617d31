using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;

namespace Tedori.Functions.Applicants;

/// <summary>A deadline as it stands at an instant.</summary>
/// <param name="Cutoff">The deadline.</param>
/// <param name="Now">The instant.</param>
public sealed record Deadline(Cutoff Cutoff, Instant Now)
{
    // The banner comes half an hour before.
    private static readonly Duration Warning = Duration.FromMinutes(30);

    /// <summary>Whether the electronic channel is closed.</summary>
    public bool IsOver => Now >= Cutoff.ElectronicEnd;

    /// <summary>Whether so little is left that it has to be said on every page.</summary>
    public bool IsNear => !IsOver && Now >= Cutoff.ElectronicEnd - Warning;

    /// <summary>Whole minutes left, rounded up.</summary>
    public long MinutesLeft => (long)Math.Ceiling((Cutoff.ElectronicEnd - Now).TotalMinutes);

    /// <summary>The end of the electronic channel as the office writes it, for example 17:00.</summary>
    public string Closes => JapaneseDate.Full(Cutoff.ElectronicEnd)[^5..];

    /// <summary>The day on which the electronic channel ends: after an outage not always that of the deadline.</summary>
    public LocalDate Day => JapanTime.DateOf(Cutoff.ElectronicEnd);

    /// <summary>Until when the electronic channel takes what is filed, for example 17:00より前に.</summary>
    public string By => Cutoff.Outage is { } outage ? $"{JapaneseDate.Full(outage.Until)}までに" : $"{Closes}より前に";

    /// <summary>What is valid, by each way, in Japanese.</summary>
    public string Channels => Cutoff.Outage is { } outage
        ? $"システムの障害({outage.Reason})のため、電子申請は{By}サーバーが受信したものを有効とします。郵送は{JapaneseDate.Full(Cutoff.Date)}の消印があるものが有効です。"
        : $"電子申請は{By}サーバーが受信したもの、郵送は当日の消印があるものが有効です。";
}
