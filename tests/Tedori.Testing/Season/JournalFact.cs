using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Tedori.Testing.Season;

/// <summary>A line of the journal, read by nothing but a JSON parser: the journal is for somebody else.</summary>
internal sealed record JournalFact(JsonElement Line)
{
    public Instant At => Time("at");

    public string Type => Text("type")!;

    public int Round => Line.GetProperty("round").GetInt32();

    public string? Case => Text("case");

    public string? Step => Text("step");

    public bool Accepted => Line.GetProperty("accepted").GetBoolean();

    public JsonElement Event => Line.GetProperty("event");

    public string? EventType => Type == "case.event" ? Event.GetProperty("type").GetString() : null;

    public static IReadOnlyList<JournalFact> AllOf(string journal) => [.. journal
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => new JournalFact(JsonDocument.Parse(line).RootElement))];

    public bool Has(string name) => Line.TryGetProperty(name, out _);

    public string? Text(string name) => Line.TryGetProperty(name, out var value) ? value.GetString() : null;

    public int Number(string name) => Line.GetProperty(name).GetInt32();

    public Instant Time(string name) => InstantPattern.ExtendedIso.Parse(Text(name)!).Value;

    public LocalDate Date(string name) => DateOf(Text(name)!);

    public static LocalDate DateOf(string text) => LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>The instant at which the clocks of Tokyo show this time.</summary>
    public static Instant Tokyo(LocalDate date, string time) =>
        (date + LocalTimePattern.ExtendedIso.Parse(time).Value).InUtc().ToInstant() - Duration.FromHours(9);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}");
}
