using System.Runtime.InteropServices;
using Tedori.Engine.Sqlite;
using Tedori.Testing.Data;

namespace Tedori.Tests.Data;

public sealed class SqliteWaitsTests
{
    // A reader and the writer that meet wait like this. SQLite answers with how long it slept: a library that can only
    // sleep whole seconds answers 1000, and every meeting costs a second.
    [Fact]
    public void Wait_OfAMillisecond_IsNotRoundedUpToASecond()
    {
        using var folder = new TemporaryFolder();
        using var database = Database.Open(folder["waits.db"], Durability.Normal);

        Assert.Equal(1, Sleep(1));
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_sleep", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int Sleep(int milliseconds);
}
