using System.Diagnostics;
using System.Runtime.InteropServices;
using Tedori.Engine.Sqlite;

namespace Tedori.Tests.Data;

public sealed class SqliteWaitsTests
{
    [Fact]
    public void Waits_OfSqlite_LastAboutAsLongAsItAsks()
    {
        using var folder = new TemporaryFolder();
        using var database = Database.Open(folder["waits.db"], Durability.Normal);

        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < 10; i++)
            Assert.InRange(Sleep(1), 1, 2);
        var elapsed = Stopwatch.GetElapsedTime(started);

        // Ten seconds where each wait is rounded up to a whole one.
        Assert.InRange(elapsed, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(5));
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_sleep", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int Sleep(int milliseconds);
}
