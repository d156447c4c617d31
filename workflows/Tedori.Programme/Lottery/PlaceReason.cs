using Tedori.Programme.Cases;

namespace Tedori.Programme.Lottery;

/// <summary>Why an entry has a place, or none (この順位の根拠), for companies and staff.</summary>
/// <param name="Round">The round.</param>
/// <param name="Sentence">In Japanese, in one sentence of at most 60 characters.</param>
/// <param name="Received">Entries received in the window.</param>
/// <param name="Lots">Entries that were drawn among.</param>
/// <param name="Planned">Planned places (予定社数).</param>
/// <param name="CarriedIn">Places carried in from earlier rounds.</param>
/// <param name="Rank">The rank, from 1.</param>
public sealed record PlaceReason(
    RoundId Round, string Sentence, int Received, int Lots, int Planned, int CarriedIn, int Rank)
{
    /// <summary>How the rank was made, in Japanese.</summary>
    public const string Rule = "締切の後に封印した名簿の符号と、公開された乱数から計算した値の、小さい順です。";

    /// <summary>Where the places stand, in Japanese.</summary>
    public const string Source = "募集要項1(4)(ア)(予定社数)";

    /// <summary>Places that were drawn for.</summary>
    public int Places => Planned + CarriedIn;

    /// <summary>Of what was told last; null before the result is told, and where the entry was not drawn for itself.</summary>
    /// <param name="round">The round of the case.</param>
    /// <param name="events">The events of the case.</param>
    public static PlaceReason? Of(RoundState round, IEnumerable<CaseEvent> events)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(events);
        return events.Select(e => Of(round, e)).LastOrDefault(r => r is not null);
    }

    /// <summary>Of a result; null where the event is none.</summary>
    /// <param name="round">The round of the case.</param>
    /// <param name="e">The event.</param>
    public static PlaceReason? Of(RoundState round, CaseEvent e)
    {
        ArgumentNullException.ThrowIfNull(round);
        var (number, lots, places) = (round.Id.Number, LotsOf(round), round.Places + round.CarriedIn);
        return e switch
        {
            CaseEvent.Won x => Of(round, x.Rank, $"第{number}回の抽選で{lots:#,0}件のうち{x.Rank:#,0}位となり、予定社数{places:#,0}社以内のため当選です。"),
            CaseEvent.Lost x => Of(round, x.Rank, $"第{number}回の抽選で{lots:#,0}件のうち{x.Rank:#,0}位となり、予定社数{places:#,0}社を超えるため落選です。"),
            CaseEvent.Promoted x => Of(round, x.Rank, $"第{number}回の抽選で{lots:#,0}件のうち{x.Rank:#,0}位となり、空いた予定社数が回ったため繰上当選です。"),
            _ => null,
        };
    }

    private static PlaceReason Of(RoundState round, int rank, string sentence) => new(
        round.Id, sentence, round.Entries, LotsOf(round), round.Places, round.CarriedIn, rank);

    private static int LotsOf(RoundState round) => round.Entries - round.Excluded.Values.Sum();
}
