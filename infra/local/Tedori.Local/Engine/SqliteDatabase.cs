using Microsoft.Data.Sqlite;
using SQLitePCL;
using Tedori.Local.Data;

namespace Tedori.Local.Engine;

/// <summary>
/// One connection to SQLite, used by one thread at a time. The engine binds and steps prepared statements directly:
/// at tens of thousands of rows a second, the ADO.NET layer costs more than the database.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 handle;
    private readonly List<SqliteStatement> statements = [];
    private readonly string file;

    static SqliteDatabase() => Batteries_V2.Init();

    public SqliteDatabase(string file)
    {
        this.file = file;
        var code = raw.sqlite3_open_v2(
            file, out handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK) throw Error(code);
        raw.sqlite3_busy_timeout(handle, 5_000);
    }

    public int Changes => raw.sqlite3_changes(handle);

    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(handle, sql);
        if (code != raw.SQLITE_OK) throw Error(code);
    }

    /// <summary>Ends the open transaction, if any: a full disk has ended it already.</summary>
    public void RollBack()
    {
        if (raw.sqlite3_get_autocommit(handle) == 0) Execute("ROLLBACK");
    }

    public long ReadNumber(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    public string ReadText(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) ?? "" : "";
    }

    public SqliteStatement Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v2(handle, sql, out var statement);
        if (code != raw.SQLITE_OK) throw Error(code);
        var prepared = new SqliteStatement(this, statement);
        statements.Add(prepared);
        return prepared;
    }

    public Exception Error(int code)
    {
        var finding = raw.sqlite3_errmsg(handle).utf8_to_string();
        var failure = new SqliteException(
            $"SQLite: {finding} (code {code}).", code & 0xff, raw.sqlite3_extended_errcode(handle));
        return failure.SqliteErrorCode switch
        {
            raw.SQLITE_FULL or raw.SQLITE_IOERR => new StorageFullException(file, failure),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new DataFolderCorruptException(file, finding, failure),
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM => new DataFolderException(
                $"The file '{file}' cannot be opened for writing ({finding}): check its permissions.", failure),
            _ => failure,
        };
    }

    public void Dispose()
    {
        foreach (var statement in statements.ToArray()) statement.Dispose();
        raw.sqlite3_close_v2(handle);
    }

    internal void Forget(SqliteStatement statement) => statements.Remove(statement);
}
