using System.Globalization;
using Tedori.Functions.Public.Home;
using Tedori.Programme.Editions;

namespace Tedori.Functions.Public.Calendars;

/// <summary>The dates of all rounds as events.</summary>
public static class CalendarOfRounds
{
    /// <summary>All of them.</summary>
    public static IEnumerable<CalendarEvent> Of(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Rounds.SelectMany(r => OfRound(edition, r));
    }

    private static IEnumerable<CalendarEvent> OfRound(Edition edition, Round round)
    {
        var closes = edition.Hours.Closes;
        var before = $"電子申請は{HomeModel.Clock(closes)}より前に受信したもの、郵送は当日消印有効";
        yield return new(
            Uid("entry"), Title("事前エントリー"), $"{edition.Name}\n電子申請のみ。{HomeModel.Clock(closes)}より前に受信したもの",
            round.EntryOpens, edition.Hours.Opens, round.EntryCloses + closes);
        yield return new(Uid("company"), Title("企業情報の登録期限"), before, round.CompanyRegistration, closes);
        yield return new(Uid("project"), Title("対象事業の登録期限"), before, round.ProjectRegistration, closes);
        foreach (var (track, name, dates) in new[] { ("plain", "", round.Plain), ("wage", "(賃上げあり)", round.Wage) })
        {
            yield return new(Uid($"implementation-{track}"), Title($"取組期限{name}"), edition.Name, dates.Implementation);
            yield return new(Uid($"claim-{track}"), Title($"支給申請の期限{name}"), before, dates.Claim, closes);
        }

        string Uid(string what) =>
            string.Create(CultureInfo.InvariantCulture, $"{edition.Id}-{round.Number:00}-{what}@tedori");

        string Title(string what) => string.Create(CultureInfo.InvariantCulture, $"第{round.Number}回 {what}");
    }
}
