using NodaTime;
using Tedori.Functions.Public.Calendars;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Plans;

namespace Tedori.Functions.Public.Kit;

/// <summary>What the chamber can publish about an occasion of a round, with every fact filled in.</summary>
/// <param name="Round">The round.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Name">What it is.</param>
/// <param name="Day">Its day as it stands now, Asia/Tokyo; an outage does not move it.</param>
/// <param name="Title">Subject and heading.</param>
/// <param name="Lead">Paragraphs.</param>
/// <param name="Todo">What to do now.</param>
/// <param name="Programme">What the programme is.</param>
/// <param name="Dates">The dates of the round.</param>
/// <param name="More">Where there is more, with the address.</param>
/// <param name="Contact">How the office is reached.</param>
/// <param name="Short">All of it in one or two sentences.</param>
/// <param name="Page">Page of the round, or null where the site has no address of its own.</param>
/// <param name="Dispatches">When what should go out; empty where the plan does not say.</param>
public sealed record KitItem(
    RoundId Round, KitOccasion Occasion, string Name, LocalDate Day, string Title, IReadOnlyList<string> Lead, string Todo,
    string Programme, IReadOnlyList<KitDate> Dates, string More, string Contact, string Short, Uri? Page,
    IReadOnlyList<KitDispatch> Dispatches)
{
    /// <summary>Most characters of the three texts for a newspaper.</summary>
    public static readonly IReadOnlyDictionary<string, int> NewspaperLengths =
        new Dictionary<string, int> { ["short"] = 100, ["medium"] = 250, ["long"] = 450 };

    /// <summary>The round as it is named, with its year.</summary>
    public required string RoundName { get; init; }

    /// <summary>What a declared outage gives for it online; null where none does.</summary>
    public string? Outage { get; init; }

    /// <summary>What is said of it in a newsletter or a leaflet, paragraph by paragraph.</summary>
    public IReadOnlyList<string> Body => Outage is null ? [.. Lead, Programme] : [.. Lead, Outage, Programme];

    /// <summary>Path of one of its files.</summary>
    public string PathOf(string file) => $"/kit/rounds/{Round}/{Occasion.Key()}-{file}";

    /// <summary>The text for a newspaper.</summary>
    /// <param name="length">One of <see cref="NewspaperLengths"/>.</param>
    /// <remarks>An outage is told where there is room: the day stays true for post, and online it is the earlier one.</remarks>
    public string Newspaper(string length)
    {
        var rest = length switch
        {
            "short" => "",
            "medium" => Programme,
            "long" => $"{Programme}{Todo}{Contact}。{More}",
            _ => throw new ArgumentOutOfRangeException(nameof(length), length, "Unknown length."),
        };
        var whole = Short + Outage + rest;
        return whole.Length <= NewspaperLengths[length] ? whole : Short + rest;
    }
}

/// <summary>A date of a round.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">As it is read.</param>
public sealed record KitDate(string Name, string Text)
{
    /// <summary>The date of an event of the calendar.</summary>
    public static KitDate Of(CalendarEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var due = e.BeforeOutage ?? e;
        var begins = due.From is { } from
            ? $"{JapaneseDate.Full(due.Day)} {Home.HomeModel.Clock(from)}"
            : JapaneseDate.Full(due.Day);
        return new(due.Title, due.Until is { } until
            ? $"{begins}から{JapaneseDate.Full(until.Date)} {Home.HomeModel.Clock(until.TimeOfDay)}まで"
            : $"{begins}まで{(e.OutageNotice is { } notice ? $"({notice.TrimEnd('。')})" : "")}");
    }
}

/// <summary>What should go out when.</summary>
/// <param name="Channel">Through what.</param>
/// <param name="On">On which business day, Asia/Tokyo.</param>
/// <param name="BusinessDaysBefore">How many business days before the occasion that is.</param>
public sealed record KitDispatch(KitChannel Channel, LocalDate On, int BusinessDaysBefore);

/// <summary>Through what the chamber spreads the word, as the plan names it.</summary>
public enum KitChannel
{
    /// <summary>メールマガジン.</summary>
    Newsletter,

    /// <summary>東商新聞.</summary>
    Newspaper,

    /// <summary>What advisers (経営指導員) hand out.</summary>
    Leaflet,
}
