using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tedori.Engine.Sqlite;

/// <summary>
/// One connection to a SQLite file, or the part of a <see cref="SharedTransaction"/> that is one file. Not safe for two
/// threads at once: its owner sees to turns.
/// Goes straight to SQLite, because a commit of the record takes microseconds and ADO.NET would double them.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly sqlite3 connection;
    private readonly List<Statement> statements = [];
    private readonly SharedTransaction? shared;
    private Statement? begin;
    private Statement? commit;

    static Database() => Batteries_V2.Init();

    internal Database(string file, sqlite3 connection, SharedTransaction? shared = null)
    {
        File = file;
        this.connection = connection;
        this.shared = shared;
        Gate = shared?.Gate ?? new();
    }

    /// <summary>The file it works on.</summary>
    public string File { get; }

    /// <summary>Rows changed by the last statement.</summary>
    public int Changes => raw.sqlite3_changes(connection);

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(connection) == 0;

    /// <summary>Whether it is part of a transaction over several files, so that nothing of it can be undone alone.</summary>
    public bool IsShared => shared is not null;

    /// <summary>Held by whoever runs a statement.</summary>
    internal Lock Gate { get; }

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
    public static Database Connect(string file) => new(file, ConnectionTo(file, raw.SQLITE_OPEN_NOMUTEX));

    internal static sqlite3 ConnectionTo(string file, int mutex)
    {
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE;
        var code = raw.sqlite3_open_v2(file, out var connection, Flags | mutex, null);
        try
        {
            Check(connection, file, code);
            Check(connection, file, raw.sqlite3_busy_timeout(connection, 10_000));
            return connection;
        }
        catch
        {
            connection.Dispose();
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
    public void Execute(string sql)
    {
        lock (Gate)
            Check(raw.sqlite3_exec(connection, sql));
    }

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

    /// <summary>
    /// Does some work in a transaction. It is kept where the work answers true, and undone where it answers false or
    /// throws; in a shared transaction, work that answers false must have changed nothing.
    /// </summary>
    public void Transact(Func<bool> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        lock (Gate)
        {
            if (shared is null) Alone(work);
            else Shared(work);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (Gate)
        {
            foreach (var statement in statements.ToArray())
                statement.Dispose();
            if (shared is null)
                connection.Dispose();
        }
    }

    private void Alone(Func<bool> work)
    {
        (begin ??= Prepare("BEGIN IMMEDIATE")).Run();
        try
        {
            if (work())
                (commit ??= Prepare("COMMIT")).Run();
        }
        finally
        {
            // A full disk has ended it already.
            if (InTransaction)
                Execute("ROLLBACK");
        }
    }

    private void Shared(Func<bool> work)
    {
        shared!.Begin();
        try
        {
            work();
        }
        catch (Exception reason)
        {
            shared.GiveUp(reason);
            throw;
        }
    }

    /// <summary>Before a change that is no part of <see cref="Transact"/>.</summary>
    internal void Enter() => shared?.Begin();

    internal void Forget(Statement statement) => statements.Remove(statement);

    internal void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
            return;
        var failure = FailureOf(connection, File, code);
        shared?.GiveUp(failure);
        throw failure;
    }

    internal static void Check(sqlite3 connection, string? file, int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw FailureOf(connection, file ?? "", code);
    }

    private static Exception FailureOf(sqlite3 connection, string file, int code)
    {
        var finding = raw.sqlite3_errmsg(connection).utf8_to_string();
        var failure = new SqliteException(
            $"SQLite error {code} on '{file}': {finding}.", code & 0xff, raw.sqlite3_extended_errcode(connection));
        return failure.SqliteErrorCode switch
        {
            raw.SQLITE_FULL or raw.SQLITE_IOERR => new StorageFullException(file, failure),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new DataFolderCorruptException(file, finding, failure),
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM => new DataFolderException(
                $"The file '{file}' cannot be opened for writing ({finding}): check its permissions.", failure),
            _ => failure,
        };
    }
}
