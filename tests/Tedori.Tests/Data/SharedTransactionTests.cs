using System.Diagnostics;
using Tedori.Engine.Sqlite;
using Tedori.Testing;
using Tedori.Testing.Data;
using Tedori.Tests.Engine;

namespace Tedori.Tests.Data;

public sealed class SharedTransactionTests : IDisposable
{
    private const int Kills = 12;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Files_AsACrashLeavesThem_StandAtTheLatestCommit()
    {
        using var shared = new SharedTransaction();
        using var a = CountedFile.Join(shared, folder["a.db"], "a");
        using var b = CountedFile.Join(shared, folder["b.db"], "b");
        Put(7);
        shared.Commit();
        Put(8);

        Assert.Equal((8, 8), (a.Value, b.Value));
        using var crashed = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(folder.Path)) File.Copy(file, crashed[Path.GetFileName(file)]);
        Assert.Equal((7, 7), (CountedFile.Read(crashed["a.db"], "a"), CountedFile.Read(crashed["b.db"], "b")));

        void Put(long value)
        {
            a.Value = value;
            b.Value = value;
        }
    }

    [Fact]
    public async Task Process_KilledWhileItCommits_LeavesAllFilesAtOneCommit()
    {
        var seen = new HashSet<long>();
        var random = new Random(20_261_129);
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillOneAsync(random.Next(0, 60));
            var values = CountedFile.All.Select(name => CountedFile.Read(folder[$"{name}.db"], name)).ToList();
            Assert.Single(values.Distinct());
            seen.Add(values[0]);
        }

        Assert.True(seen.Count > 1, "No commit came between the kills, so they say nothing.");
    }

    [Fact]
    public void Work_ThatFailsInTheMiddle_GivesUpAllSinceTheCommitAndRefusesEverybody()
    {
        using (var shared = new SharedTransaction())
        {
            using var a = CountedFile.Join(shared, folder["a.db"], "a");
            using var b = CountedFile.Join(shared, folder["b.db"], "b");
            a.Value = 1;
            shared.Commit();
            b.Value = 2;

            Assert.Throws<FormatException>(() => a.Database.Transact(() =>
            {
                a.Value = 3;
                throw new FormatException("half a change");
            }));
            Assert.Throws<FormatException>(() => b.Value = 4);
            Assert.Throws<FormatException>(shared.Commit);
        }

        Assert.Equal((1, 0), (CountedFile.Read(folder["a.db"], "a"), CountedFile.Read(folder["b.db"], "b")));
    }

    [Fact]
    public void File_ThatWasShared_IsOpenedAloneAfterwards()
    {
        using (var shared = new SharedTransaction())
        {
            using var a = CountedFile.Join(shared, folder["a.db"], "a");
            a.Value = 5;
        }

        using var alone = Database.Open(folder["a.db"], Durability.Full);
        Assert.Equal(5, alone.ReadNumber("SELECT value FROM a"));
        Assert.Equal("wal", alone.ReadText("PRAGMA journal_mode"));
    }

    public void Dispose() => folder.Dispose();

    private async Task KillOneAsync(int more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["exec", typeof(CrashChild).Assembly.Location, "files", folder.Path])
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        Assert.Equal("committed", await child.StandardOutput.ReadLineAsync().WaitAsync(Patience.Limit));
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < more) await Task.Yield();
        Assert.False(child.HasExited, child.HasExited ? await child.StandardError.ReadToEndAsync() : "");
        child.Kill();
        await child.WaitForExitAsync();
    }
}

/// <summary>A file that holds one number, in a table of its own name.</summary>
internal sealed class CountedFile : IDisposable
{
    public static readonly IReadOnlyList<string> All = ["a", "b", "c"];

    private readonly Statement read;
    private readonly Statement write;

    private CountedFile(Database database, string name)
    {
        Database = database;
        read = database.Prepare($"SELECT value FROM {name}");
        write = database.Prepare($"UPDATE {name} SET value = ?");
    }

    public Database Database { get; }

    public long Value
    {
        get => read.First(row => row.Number(0));
        set => write.Bind(1, value).Run();
    }

    public static CountedFile Join(SharedTransaction shared, string file, string name)
    {
        var database = Database.Open(file, Durability.Normal);
        database.Execute(
            $"CREATE TABLE IF NOT EXISTS {name}(id INTEGER PRIMARY KEY, value INTEGER NOT NULL);"
            + $"INSERT INTO {name} VALUES(1, 0) ON CONFLICT DO NOTHING");
        return new(shared.Join(database), name);
    }

    public static long Read(string file, string name)
    {
        using var database = Database.Open(file, Durability.Normal);
        return database.ReadNumber($"SELECT value FROM {name}");
    }

    /// <summary>Counts on in all files at once until the process is killed.</summary>
    public static void CountOn(string folder)
    {
        using var shared = new SharedTransaction();
        var files = All.Select(name => Join(shared, Path.Combine(folder, $"{name}.db"), name)).ToList();
        for (var told = false; ; told = true)
        {
            foreach (var file in files) file.Value++;
            shared.Commit();
            if (!told) Console.WriteLine("committed");
        }
    }

    public void Dispose() => Database.Dispose();
}
