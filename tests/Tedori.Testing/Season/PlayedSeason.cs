using System.Collections.Concurrent;
using NodaTime;
using Tedori.Local.Composition;
using Tedori.Programme.Editions;
using Tedori.Programme.Serialization;
using Tedori.Season;
using Tedori.Season.Reporting;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;

namespace Tedori.Testing.Season;

/// <summary>A small season that was played from its beginning to its end. Each is played once for all tests.</summary>
internal sealed record PlayedSeason(SeasonReport Report, string Json, string Journal, RunFigures Figures)
{
    public const int Entries = 24;

    private static readonly ConcurrentDictionary<(long Seed, int LostHints), Lazy<Task<PlayedSeason>>> Seasons = new();

    private static readonly Lazy<Task<PlayedSeason>> Both = new(PlayTwoYearsAsync);

    /// <summary>Where its files lie, as long as the tests run; null where they went with the test that played it.</summary>
    public TemporaryFolder? Folder { get; private init; }

    public IReadOnlyList<JournalFact> Facts { get; } = JournalFact.AllOf(Journal);

    public static Task<PlayedSeason> OfAsync(long seed, int lostHints = 0) => Seasons.GetOrAdd(
        (seed, lostHints),
        key => new(() => PlayAndKeepAsync(new(Sample.R7, Entries, key.Seed, LostHints: key.LostHints)))).Value;

    /// <summary>
    /// 令和7年度 and the example of 令和8年度, side by side. The example promotes, but a small season fills none of its
    /// rounds: here the first has few places.
    /// </summary>
    public static Task<PlayedSeason> OfTwoYearsAsync() => Both.Value;

    public static Task<PlayedSeason> PlayTwoYearsAsync() =>
        PlayAsync(new(Sample.R7, Entries, 1) { Further = [WithFewPlaces(Years.R8)] });

    private static Edition WithFewPlaces(Edition edition) =>
        edition with { Rounds = [edition.Rounds[0] with { Places = Entries / 2 }, .. edition.Rounds.Skip(1)] };

    private static async Task<PlayedSeason> PlayAndKeepAsync(SeasonOptions options)
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return (await PlayAsync(options, folder.Path)) with { Folder = folder };
    }

    public static async Task<PlayedSeason> PlayAsync(SeasonOptions options)
    {
        using var folder = new TemporaryFolder();
        return await PlayAsync(options, folder.Path);
    }

    public static Task<PlayedSeason> PlayAsync(SeasonOptions options, string folder) =>
        PlayAsync(options, folder, new DiskStores());

    public static async Task<PlayedSeason> PlayAsync(SeasonOptions options, string folder, IStores stores)
    {
        await using var run = await SeasonRun.OpenAsync(options, folder, stores, CancellationToken.None);
        var figures = await run.PlayAsync(new Unwatched(), CancellationToken.None);
        var report = await run.ReportAsync();
        await using var journal = new StringWriter();
        await run.WriteJournalAsync(journal);
        return new(report, TedoriJson.Write(report) + "\n", journal.ToString(), figures);
    }

    public static Edition SecondEdition() => Assert.IsType<EditionReading.Valid>(EditionReader.Read(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Programmes", "Editions", "r8.json")))).Edition;

    /// <summary>Begins a season in a folder and leaves it in the middle.</summary>
    public static async Task BeginAsync(string folder, long seed, Instant until, int entries = Entries)
    {
        await using var run = await SeasonRun.OpenAsync(
            new(Sample.R7, entries, seed, until), folder, CancellationToken.None);
        await run.PlayAsync(new Unwatched(), CancellationToken.None);
    }
}
