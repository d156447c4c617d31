using NodaTime;
using Tedori.Engine.Sqlite;
using Tedori.Local.Records;
using Tedori.Testing.Commands;
using Tedori.Testing.Data;
using Tedori.Testing.Season;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Commands;

[Collection(CommandLineTestsGroup.Name)]
public sealed class BadDataFolderTests(BadDataFolderTests.Begun begun)
    : IClassFixture<BadDataFolderTests.Begun>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Season_FolderIsAFile_IsRefused()
    {
        await File.WriteAllTextAsync(folder["data"], "mine");
        Assert.Contains("is a file", await UnchangedAsync("data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Season_FolderWithOtherFiles_IsRefused()
    {
        Directory.CreateDirectory(folder["data"]);
        await File.WriteAllTextAsync(folder["data/letter.txt"], "mine");
        Assert.Contains("other files", await UnchangedAsync("data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Season_NewerFolder_IsRefused()
    {
        FolderDigest.Copy(begun.Folder, folder["data"]);
        await File.WriteAllTextAsync(folder["data/tedori.json"], """{ "format": 99 }""");
        Assert.Contains("newer program", await UnchangedAsync("data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Season_NewerEngine_IsRefused()
    {
        FolderDigest.Copy(begun.Folder, folder["data"]);
        using (var database = Database.Open(folder["data/engine.db"], Durability.Normal))
            database.Execute("PRAGMA user_version = 99");
        Assert.Contains("newer program", await UnchangedAsync("data"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("records.db")]
    [InlineData("engine.db")]
    [InlineData("outbox.db")]
    [InlineData("season.db")]
    public async Task Season_GarbageInAFile_IsNamedWithAdvice(string name)
    {
        FolderDigest.Copy(begun.Folder, folder["data"]);
        await File.WriteAllTextAsync(folder[$"data/{name}"], new string('x', 20_000));

        var line = await UnchangedAsync("data");

        Assert.Contains(name, line, StringComparison.Ordinal);
        Assert.Contains("restore the data folder from a backup", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clock.txt", "yesterday")]
    [InlineData("records.db", "garbage")]
    [InlineData("tedori.json", "{")]
    public async Task Serve_GarbageInAFile_IsNamedWithAdvice(string name, string content)
    {
        FolderDigest.Copy(begun.Folder, folder["data"]);
        await File.WriteAllTextAsync(folder["data/clock.txt"], "2025-06-01T00:00:00Z\n");
        await File.WriteAllTextAsync(folder[$"data/{name}"], content);
        var before = FolderDigest.Of(folder["data"]);

        var line = await CommandLineRun.RefusalAsync("serve", "--data", folder["data"], "--port", "0");

        Assert.Contains(name, line, StringComparison.Ordinal);
        // The clock has gone on by the two seconds that a kill could have cost.
        Assert.Equal(before.Where(NotTheClock), FolderDigest.Of(folder["data"]).Where(NotTheClock));
    }

    [Theory]
    [InlineData(RecordSet.Cases, "r7-01-00001", "snapshot", "{ broken 見本太郎 }")]
    [InlineData(RecordSet.Cases, "r7-01-00001", "snapshot", "\"見本太郎\"")]
    [InlineData(RecordSet.Rounds, "r7-01", "state", "")]
    [InlineData(RecordSet.Rounds, "r7-01", "entry-00001", "null")]
    [InlineData(RecordSet.Office, "settings", "closedDays", "[1]")]
    public async Task Serve_RowThatIsDamaged_IsNamedWithAdviceAndNotQuoted(
        RecordSet set, string partition, string key, string body)
    {
        FolderDigest.Copy(begun.Folder, folder["data"]);
        await File.WriteAllTextAsync(folder["data/clock.txt"], "2025-05-19T03:00:00Z\n");
        await using (var records = new SqliteRecords(folder["data/records.db"]))
            Assert.True((await records.CommitAsync(set, partition, [new Write.Upsert(key, body)])).Succeeded);

        var run = await CommandLineRun.OfAsync("serve", "--data", folder["data"], "--port", "0");

        CommandLineRun.AssertRefused(run.ExitCode, run.Error);
        Assert.Contains("records.db' is damaged", run.Error, StringComparison.Ordinal);
        Assert.Contains($"the row '{key}' of '{partition}' cannot be read", run.Error, StringComparison.Ordinal);
        Assert.Contains("restore the data folder from a backup", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("見本", run.Error + run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Serve_RecordsLostOrEmpty_IsRefused(bool lost)
    {
        FolderDigest.Copy(begun.Folder, folder["data"]);
        await File.WriteAllTextAsync(folder["data/clock.txt"], "2025-05-19T03:00:00Z\n");
        foreach (var file in Directory.GetFiles(folder["data"], "records.db*"))
            File.Delete(file);
        if (!lost)
            await File.WriteAllBytesAsync(folder["data/records.db"], []);

        var line = await CommandLineRun.RefusalAsync("serve", "--data", folder["data"], "--port", "0");

        Assert.Contains("records.db: The records are lost or empty", line, StringComparison.Ordinal);
        // Nor does a second try find records that the first has made.
        Assert.Contains("lost or empty", await CommandLineRun.RefusalAsync("serve", "--data", folder["data"], "--port", "0"), StringComparison.Ordinal);
        Assert.Contains("lost or empty", await CommandLineRun.RefusalAsync("season", "--entries", "20", "--data", folder["data"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_ClockBeforeTheLastRecordedInstant_IsRefused()
    {
        FolderDigest.Copy(begun.Folder, folder["data"]);
        await File.WriteAllTextAsync(folder["data/clock.txt"], "2025-05-17T03:00:00Z\n");

        var line = await CommandLineRun.RefusalAsync("serve", "--data", folder["data"], "--port", "0");

        Assert.Contains("before the last recorded instant", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Season_AnotherSeedThanBegun_IsRefused()
    {
        FolderDigest.Copy(begun.Folder, folder["data"]);
        Assert.Contains("another folder", await UnchangedAsync("data", "--seed", "6"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Season_FolderOfARunningProcess_IsRefusedAndLeftToIt()
    {
        string[] arguments = ["season", "--entries", "20", "--data", folder["data"]];
        using var owner = TedoriProcess.Start(arguments);
        await owner.WaitForLineAsync(line => line.Contains("events", StringComparison.Ordinal));

        var line = await CommandLineRun.RefusalAsync(arguments);

        Assert.Contains("in use by another process", line, StringComparison.Ordinal);
        Assert.Equal("", owner.Error);
    }

    public void Dispose() => folder.Dispose();

    private static bool NotTheClock(string digest) => !digest.StartsWith("clock.txt", StringComparison.Ordinal);

    private async Task<string> UnchangedAsync(string name, params string[] more)
    {
        var before = FolderDigest.Of(folder.Path);
        var line = await CommandLineRun.RefusalAsync(["season", "--entries", "20", "--data", folder[name], .. more]);
        Assert.Equal(before, FolderDigest.Of(folder.Path));
        return line;
    }

    /// <summary>A folder with the beginning of a season.</summary>
    public sealed class Begun : IAsyncLifetime, IDisposable
    {
        private readonly TemporaryFolder root = new();

        public string Folder => root["begun"];

        public Task InitializeAsync() =>
            PlayedSeason.BeginAsync(Folder, seed: 1, Instant.FromUtc(2025, 5, 19, 3, 0), entries: 20);

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => root.Dispose();
    }
}
