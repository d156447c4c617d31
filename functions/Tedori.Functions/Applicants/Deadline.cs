using NodaTime;
using Tedori.Functions.Languages;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using static Tedori.Functions.Languages.Phrases;

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
    public string Closes => JapaneseDate.Full(Cutoff.ElectronicEnd)[^5..] + Written.Zone;

    /// <summary>The day on which the electronic channel ends: after an outage not always that of the deadline.</summary>
    public LocalDate Day => JapanTime.DateOf(Cutoff.ElectronicEnd);

    /// <summary>Until when the electronic channel takes what is filed, for example 17:00より前に.</summary>
    public string By => Cutoff.Outage is { } outage
        ? Say("{0}までに", Written.Minute(outage.Until))
        : Say("{0}より前に", Closes);

    /// <summary>What is valid, by each way.</summary>
    public string Channels => Cutoff.Outage is { } outage
        ? Say("システムの障害({0})のため、電子申請は{1}サーバーが受信したものを有効とします。郵送は{2}の消印があるものが有効です。",
            outage.Reason, By, Written.Day(Cutoff.Date))
        : Say("電子申請は{0}サーバーが受信したもの、郵送は当日の消印があるものが有効です。", By);
}
