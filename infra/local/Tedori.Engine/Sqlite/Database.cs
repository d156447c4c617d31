using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tedori.Engine.Sqlite;

/// <summary>
/// One connection to a SQLite file. Not safe for two threads at once: its owner sees to turns.
/// Goes straight to SQLite, because a commit of the record takes microseconds and ADO.NET would double them.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly sqlite3 connection;
    private readonly List<Statement> statements = [];

    static Database() => Batteries_V2.Init();

    private Database(string file, sqlite3 connection)
    {
        File = file;
        this.connection = connection;
    }

    /// <summary>The file it works on.</summary>
    public string File { get; }

    /// <summary>Rows changed by the last statement.</summary>
    public int Changes => raw.sqlite3_changes(connection);

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(connection) == 0;

    /// <summary>Opens the file in WAL mode, creating it where it is absent.</summary>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    /// <exception cref="DataFolderCorruptException">The file is not a database.</exception>
    /// <exception cref="DataFolderException">The file cannot be opened.</exception>
    public static Database Open(string file, Durability durability, int cacheMebibytes = 8)
    {
        var database = Connect(file);
        try
        {
            database.Configure(durability, cacheMebibytes);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file as it is, creating it where it is absent; nothing is read or set yet.</summary>
    /// <exception cref="DataFolderException">The file cannot be opened.</exception>
    public static Database Connect(string file)
    {
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(file, out var connection, Flags, null);
        var database = new Database(file, connection);
        try
        {
            database.Check(code);
            database.Check(raw.sqlite3_busy_timeout(connection, 10_000));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Sets how commits reach the disk and how much is kept in memory.</summary>
    public void Configure(Durability durability, int cacheMebibytes, int checkpointPages = 4000) => Execute($"""
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = {(durability == Durability.Full ? "FULL" : "NORMAL")};
        PRAGMA wal_autocheckpoint = {checkpointPages};
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -{cacheMebibytes * 1024};
        """);

    /// <summary>Prepares a statement that lives as long as the connection, or until it is disposed.</summary>
    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(connection, sql, out var prepared));
        var statement = new Statement(this, prepared);
        statements.Add(statement);
        return statement;
    }

    /// <summary>Runs statements that answer nothing and are run once.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(connection, sql));

    /// <summary>The number that a query answers, or zero where it answers nothing.</summary>
    public long ReadNumber(string sql)
    {
        using var statement = Prepare(sql);
        return statement.First(row => row.Number(0));
    }

    /// <summary>The text that a query answers, or an empty one.</summary>
    public string ReadText(string sql)
    {
        using var statement = Prepare(sql);
        return statement.First(row => row.Text(0)) ?? "";
    }

    /// <summary>Ends the open transaction, if any, without keeping it: a full disk has ended it already.</summary>
    public void RollBack()
    {
        if (InTransaction)
            Execute("ROLLBACK");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in statements.ToArray())
            statement.Dispose();
        connection.Dispose();
    }

    internal void Forget(Statement statement) => statements.Remove(statement);

    internal void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
            return;
        var finding = raw.sqlite3_errmsg(connection).utf8_to_string();
        var failure = new SqliteException(
            $"SQLite error {code} on '{File}': {finding}.", code & 0xff, raw.sqlite3_extended_errcode(connection));
        throw Explain(failure, finding);
    }

    private Exception Explain(SqliteException failure, string finding) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_FULL or raw.SQLITE_IOERR => new StorageFullException(File, failure),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new DataFolderCorruptException(File, finding, failure),
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM => new DataFolderException(
            $"The file '{File}' cannot be opened for writing ({finding}): check its permissions.", failure),
        _ => failure,
    };
}
