using SQLitePCL;

namespace Tedori.Local.Engine;

/// <summary>A prepared statement. Parameters count from one, columns from zero, as in SQLite.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt handle) : IDisposable
{
    private bool disposed;

    public SqliteStatement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, long? value) =>
        value is { } number ? Bind(parameter, number) : BindNull(parameter);

    public SqliteStatement Bind(int parameter, string? value)
    {
        if (value is null) return BindNull(parameter);
        Check(raw.sqlite3_bind_text(handle, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, byte[]? value)
    {
        if (value is null) return BindNull(parameter);
        Check(raw.sqlite3_bind_blob(handle, parameter, value));
        return this;
    }

    /// <summary>Moves to the next row.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        var error = database.Error(code);
        Reset();
        throw error;
    }

    /// <summary>Runs a statement that yields no rows and makes it ready for the next use.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    public void Reset() => raw.sqlite3_reset(handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(handle, column).utf8_to_string();

    public byte[]? Bytes(int column) => IsNull(column) ? null : raw.sqlite3_column_blob(handle, column).ToArray();

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        raw.sqlite3_finalize(handle);
        database.Forget(this);
    }

    private SqliteStatement BindNull(int parameter)
    {
        Check(raw.sqlite3_bind_null(handle, parameter));
        return this;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw database.Error(code);
    }
}
