using NodaTime;

namespace Tedori.Functions.Public.OpenData;

/// <summary>What <c>/open-data/rounds.json</c> holds. Additive only: others read it; the schema beside it says the same.</summary>
/// <param name="FormatVersion">Version of the format.</param>
/// <param name="Licence">Licence, as SPDX names it.</param>
/// <param name="Editions">The programmes, the oldest first.</param>
public sealed record OpenDataset(int FormatVersion, string Licence, IReadOnlyList<OpenEdition> Editions)
{
    /// <summary>Version of the format that is written.</summary>
    public const int Version = 1;

    /// <summary>Licence of the data.</summary>
    public const string DataLicence = "CC-BY-4.0";
}

/// <summary>A programme with its rounds.</summary>
/// <param name="Edition">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="SmallestCell">Smallest count above zero that is not suppressed.</param>
/// <param name="Rounds">All rounds.</param>
/// <param name="Total">
/// The sums over the rounds whose result is published; of what became of the winners once all rounds are finished.
/// </param>
public sealed record OpenEdition(
    string Edition, string Name, int SmallestCell, IReadOnlyList<OpenRound> Rounds, OpenFigures Total);

/// <summary>A round.</summary>
/// <param name="Round">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="EntryOpens">First day of the pre-entry.</param>
/// <param name="EntryCloses">Last day of the pre-entry, as it was moved last.</param>
/// <param name="Places">Planned places with those carried in, as far as that is decided.</param>
/// <param name="CarriedIn">Places that earlier rounds left; null while that is not decided.</param>
/// <param name="ResultOn">Day on which every company had its result; null before.</param>
/// <param name="BusinessDaysToResult">Business days from the last day of the pre-entry to it.</param>
/// <param name="Figures">What became of the entries; null before the result is published.</param>
public sealed record OpenRound(
    string Round, int Number, LocalDate EntryOpens, LocalDate EntryCloses, int Places, int? CarriedIn,
    LocalDate? ResultOn, int? BusinessDaysToResult, OpenFigures? Figures);

/// <summary>
/// Counts of companies, and what was granted. From <paramref name="Promoted"/> to <paramref name="GrantYen"/> they are null
/// until no case is on its way any more; after that only a count that is named in <paramref name="Suppressed"/> is.
/// </summary>
/// <param name="Entries">Entries received.</param>
/// <param name="Excluded">Entries that took no part in the draw.</param>
/// <param name="Lost">Not drawn, those who got a place later with them.</param>
/// <param name="Won">Drawn.</param>
/// <param name="Promoted">Got a place that had been given back.</param>
/// <param name="UnderWay">On their way: 0 once there are figures of what became of the winners.</param>
/// <param name="Granted">Granted.</param>
/// <param name="Refused">Not granted.</param>
/// <param name="Withdrawn">Gave their place up after the draw: declined, retracted, abandoned, or went on in another round.</param>
/// <param name="Ineligible">Failed the eligibility review.</param>
/// <param name="Lapsed">A deadline passed.</param>
/// <param name="GrantYen">Sum of the grants in yen.</param>
/// <param name="Suppressed">Names of the fields that are hidden so that no company is told apart.</param>
public sealed record OpenFigures(
    int Entries, int Excluded, int Lost, int Won, int? Promoted, int? UnderWay, int? Granted, int? Refused,
    int? Withdrawn, int? Ineligible, int? Lapsed, long? GrantYen, IReadOnlyList<string> Suppressed);
