using System.Globalization;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Serialization;

namespace Tedori.Season;

/// <summary>Entries of a round that are not by chance: at the edges of its window, and in the name of others.</summary>
internal sealed class EntryEdges(SeasonOptions options)
{
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    /// <summary>How many companies of a round are entered by others as well.</summary>
    public static int ImposturesOf(int total) => Math.Clamp(total / 50, 2, 20);

    /// <summary>How many of a round come in time that was added to its window.</summary>
    public static int InExtraTime(Edition edition, int round) =>
        ExtraTime.EndOf(edition, round) is null ? 0 : ExtraTime.Entering;

    /// <summary>
    /// One just before the opening (who tries again), one on it, one on the last millisecond, one on the close; the
    /// same where the window was moved.
    /// </summary>
    public List<AgendaItem> Of(RoundId id, EntryWindow written)
    {
        var early = NameOf(id, 0);
        List<AgendaItem> edges =
        [
            Enter(id, early, "-early", written.Opens - Millisecond),
            Enter(id, early, "", written.Opens + Duration.FromMilliseconds(5003)),
            Enter(id, NameOf(id, 1), "", written.Opens),
            Last(id, NameOf(id, 2), written.Closes),
            Enter(id, NameOf(id, 3), "", written.Closes),
        ];
        if (ExtraTime.EndOf(options.Of(id), id.Number) is not { } end)
            return edges;
        // Who was told that the window is over comes again.
        if (id.Number == ExtraTime.MovedAfter)
            edges.Add(Enter(id, NameOf(id, 3), "-late", end - Duration.FromMilliseconds(3_600_013)));
        var further = options.EntriesOf(id.Number) + 1;
        return [.. edges, Last(id, NameOf(id, further), end), Enter(id, NameOf(id, further + 1), "", end)];
    }

    /// <summary>Entries by others, in turn before and after that of the company itself.</summary>
    public IEnumerable<AgendaItem> Impostures(RoundId id, IEnumerable<AgendaItem> genuine, EntryWindow window) =>
        genuine.Select((entry, n) =>
        {
            var plan = TedoriJson.Read<EntryPlan>(entry.Body);
            var (from, to) = n % 2 == 0 ? (window.Opens, entry.At) : (entry.At, window.Closes);
            var span = (long)(to - from).TotalMilliseconds;
            var dice = Dice.For(options.Seed, "imposture", entry.Key);
            var at = from + Duration.FromMilliseconds(span > 2 ? 1 + dice.Below(span - 2) : 0);
            return Enter(id, plan.Company, "-imposture", at, impostor: true);
        });

    /// <summary>A later year has companies of its own, told apart by their first letter.</summary>
    public string NameOf(RoundId id, int index) =>
        Company.NameOf(options.Editions.Index().Single(e => e.Item.Id == id.Edition).Index, id.Number, index);

    /// <summary>An entry as the agenda keeps it.</summary>
    public static AgendaItem Enter(
        RoundId id, string company, string suffix, Instant receivedAt, Instant? processedAt = null,
        bool impostor = false) =>
        new(string.Create(CultureInfo.InvariantCulture, $"enter-{id}-{company}{suffix}"), processedAt ?? receivedAt,
            Deed.Enter, TedoriJson.Write(new EntryPlan(id, company, receivedAt, impostor ? true : null)));

    // What came in time may be processed after the close, as long as the list waits for it.
    private AgendaItem Last(RoundId id, string company, Instant closes)
    {
        var late = Duration.FromMilliseconds(20_003);
        return Enter(id, company, "", closes - Millisecond,
            late < options.Of(id).Windows.Drain ? closes + late : null);
    }
}
