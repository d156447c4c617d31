using System.Text;
using SQLitePCL;

namespace Tedori.Engine.Sqlite;

/// <summary>
/// A prepared statement of a <see cref="Database"/>, under the same turns. As in SQLite, parameters count from 1 and
/// columns from 0.
/// </summary>
public sealed class Statement : IDisposable
{
    private readonly Database database;
    private readonly sqlite3_stmt prepared;
    private byte[] utf8 = new byte[1024];

    internal Statement(Database database, sqlite3_stmt prepared)
    {
        this.database = database;
        this.prepared = prepared;
    }

    /// <summary>Binds a text, or null.</summary>
    public Statement Bind(int parameter, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            database.Check(text is null
                ? raw.sqlite3_bind_null(prepared, parameter)
                : raw.sqlite3_bind_text(prepared, parameter, text));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (utf8.Length < most)
            utf8 = new byte[most];
        var length = Encoding.UTF8.GetBytes(text, utf8);
        database.Check(raw.sqlite3_bind_text(prepared, parameter, utf8.AsSpan(0, length)));
        return this;
    }

    /// <summary>Binds bytes, or null.</summary>
    public Statement Bind(int parameter, byte[]? bytes)
    {
        database.Check(bytes is null
            ? raw.sqlite3_bind_null(prepared, parameter)
            : raw.sqlite3_bind_blob(prepared, parameter, bytes));
        return this;
    }

    /// <summary>Binds a number, or null.</summary>
    public Statement Bind(int parameter, long? number)
    {
        if (number is { } some) return Bind(parameter, some);
        database.Check(raw.sqlite3_bind_null(prepared, parameter));
        return this;
    }

    /// <summary>Binds a number.</summary>
    public Statement Bind(int parameter, long number)
    {
        database.Check(raw.sqlite3_bind_int64(prepared, parameter, number));
        return this;
    }

    // Goes on to the next row; false and ready to be bound again when there is none.
    private bool Step()
    {
        var code = raw.sqlite3_step(prepared);
        if (code == raw.SQLITE_ROW)
            return true;
        raw.sqlite3_reset(prepared);
        database.Check(code);
        return false;
    }

    /// <summary>Runs the statement to its end and answers how many rows it changed.</summary>
    public int Run()
    {
        lock (database.Gate)
        {
            database.Enter();
            while (Step())
            {
            }

            return database.Changes;
        }
    }

    /// <summary>Reads one row, or default where there is none.</summary>
    public T? First<T>(Func<Statement, T> read)
    {
        lock (database.Gate)
        {
            if (!Step())
                return default;
            try
            {
                return read(this);
            }
            finally
            {
                Reset();
            }
        }
    }

    /// <summary>Reads all rows.</summary>
    public List<T> All<T>(Func<Statement, T> read)
    {
        lock (database.Gate)
        {
            var rows = new List<T>();
            try
            {
                while (Step())
                    rows.Add(read(this));
            }
            finally
            {
                Reset();
            }

            return rows;
        }
    }

    /// <summary>A column of the current row as text.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(prepared, column));

    /// <summary>A column of the current row as text, or null.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A column of the current row as bytes, or null.</summary>
    public byte[]? Bytes(int column) => IsNull(column) ? null : raw.sqlite3_column_blob(prepared, column).ToArray();

    /// <summary>A column of the current row as a number, or null.</summary>
    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    /// <summary>Whether a column of the current row is null.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(prepared, column) == raw.SQLITE_NULL;

    /// <summary>A column of the current row as a number.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(prepared, column);

    // Leaves the current row, so that the statement holds no read lock.
    private void Reset() => raw.sqlite3_reset(prepared);

    /// <inheritdoc/>
    public void Dispose()
    {
        prepared.Dispose();
        database.Forget(this);
    }
}
