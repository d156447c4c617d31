using Tedori.Engine.Sqlite;

namespace Tedori.Engine;

/// <summary>The tables of <c>engine.db</c> and the checks made when it is opened.</summary>
internal static class Schema
{
    public const long Version = 2;

    private const string Tables = """
        CREATE TABLE instance(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, version TEXT NOT NULL,
            status INTEGER NOT NULL, created INTEGER NOT NULL, finished INTEGER, wake INTEGER, start INTEGER,
            execution INTEGER NOT NULL, custom BLOB, output BLOB, failure BLOB, input BLOB, tags TEXT,
            parent INTEGER, parent_id TEXT, parent_name TEXT, parent_execution INTEGER, parent_task INTEGER);
        CREATE INDEX instance_wake ON instance(wake) WHERE wake IS NOT NULL;
        CREATE INDEX instance_parent ON instance(parent) WHERE parent IS NOT NULL;
        CREATE TABLE log(
            key INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, entries BLOB NOT NULL,
            PRIMARY KEY(key, seq)) WITHOUT ROWID;
        """;

    // Added to files of this version that have it not yet: the time of the timeline at the latest commit.
    private const string Clock = "CREATE TABLE IF NOT EXISTS clock(id INTEGER PRIMARY KEY, at INTEGER NOT NULL)";

    /// <summary>Opens the file for writing, creating or checking it.</summary>
    public static Database Open(string file, bool fullSync, int maxPages = 0)
    {
        var database = Database.Connect(file);
        try
        {
            Check(database, file);
            database.Configure(
                fullSync ? Durability.Full : Durability.Normal, cacheMebibytes: 64, checkpointPages: 8000);
            if (database.ReadNumber("PRAGMA user_version") == 0)
                database.Execute($"BEGIN IMMEDIATE;{Tables}PRAGMA user_version={Version};COMMIT");
            database.Execute(Clock);
            if (maxPages > 0) database.Execute($"PRAGMA max_page_count={maxPages}");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void Check(Database database, string file)
    {
        var found = database.ReadNumber("PRAGMA user_version");
        if (found > Version) throw new DataFolderNewerException(found, Version);
        if (found is > 0 and < Version) throw new DataFolderOlderException(file, found, Version);
        var finding = database.ReadText("PRAGMA quick_check(1)");
        if (finding != "ok") throw new DataFolderCorruptException(file, finding);
    }
}
