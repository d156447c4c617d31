using System.Runtime.ExceptionServices;
using SQLitePCL;

namespace Tedori.Engine.Sqlite;

/// <summary>
/// Several SQLite files under one connection, and one transaction over all of them that stays open until somebody
/// commits it: whoever opens the files after a crash finds all of them as they were at one commit. What is done in
/// between is answered at once but is not on disk, so it is for a process that nobody outside listens to, a story
/// under a virtual clock. Safe for use by many threads.
/// </summary>
/// <remarks>
/// The files leave WAL from the first change until all is closed, because SQLite commits several files together only with
/// rollback journals (https://www.sqlite.org/atomiccommit.html#_multi_file_commit). A part of the transaction cannot be
/// undone: where something fails in the middle, all since the latest commit is given up and everybody is refused from then
/// on.
/// </remarks>
public sealed class SharedTransaction : IDisposable
{
    private const int CacheMebibytes = 64;

    private readonly List<string> files = [];
    private sqlite3? connection;
    private Exception? failure;
    private bool changed;
    private bool open;
    private bool disposed;

    /// <summary>Held by whoever uses the connection.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>
    /// Puts a file that was opened for itself under this transaction: it is closed, and what is answered works on the
    /// same tables. No two files may have a table of the same name.
    /// </summary>
    public Database Join(Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        database.Dispose();
        lock (Gate)
        {
            Check();
            Commit();
            if (connection is null)
                connection = Database.ConnectionTo(database.File, raw.SQLITE_OPEN_FULLMUTEX);
            else
                Run($"ATTACH DATABASE '{database.File.Replace("'", "''", StringComparison.Ordinal)}' AS {NameOf(files.Count)}");
            files.Add(database.File);
            changed = false;
            return View(database.File);
        }
    }

    /// <summary>The same, for who needs statements of his own on a file that has joined.</summary>
    public Database View(string file) => new(file, connection!, this);

    /// <summary>Keeps all that was done in all files; nothing where nothing was done.</summary>
    /// <exception cref="StorageFullException">The disk took no more: nothing since the commit before is kept.</exception>
    public void Commit()
    {
        lock (Gate)
        {
            Check();
            if (!open)
                return;
            try
            {
                Run("COMMIT");
                open = false;
            }
            catch (Exception reason)
            {
                GiveUp(reason);
                throw;
            }
        }
    }

    /// <summary>Commits and closes the files.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (disposed)
                return;
            try
            {
                if (failure is null)
                    Commit();
                if (failure is null && changed)
                    Set("journal_mode = WAL");
            }
            finally
            {
                disposed = true;
                connection?.Dispose();
            }
        }
    }

    /// <summary>Opens the transaction where none is open.</summary>
    internal void Begin()
    {
        Check();
        if (open)
            return;
        if (!changed)
            Set("journal_mode = DELETE", "synchronous = NORMAL", $"cache_size = -{CacheMebibytes * 1024}");
        changed = true;
        Run("BEGIN IMMEDIATE");
        open = true;
    }

    /// <summary>Gives up all since the latest commit: half of a change is done.</summary>
    internal void GiveUp(Exception reason)
    {
        failure ??= reason;
        open = false;
        // Where even that fails, closing gives it up: the reason that is told stays the first one.
        if (raw.sqlite3_get_autocommit(connection!) == 0)
            _ = raw.sqlite3_exec(connection!, "ROLLBACK");
    }

    private void Set(params IReadOnlyList<string> pragmas)
    {
        for (var file = 0; file < files.Count; file++)
        {
            foreach (var pragma in pragmas)
                Run($"PRAGMA {NameOf(file)}.{pragma}");
        }
    }

    private void Check()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    private void Run(string sql) => Database.Check(connection!, files.FirstOrDefault(), raw.sqlite3_exec(connection!, sql));

    // The first file is the connection's own.
    private static string NameOf(int file) => file == 0 ? "main" : $"file{file}";
}
