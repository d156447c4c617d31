using System.Runtime.InteropServices;

namespace Tedori.Engine.Sqlite;

/// <summary>
/// Makes SQLite's short waits short. Readers and the writer of one file meet for microseconds, and SQLite then waits as
/// long; but the library of the package is built without <c>usleep</c>, so that each of these waits lasts a second.
/// </summary>
internal static class SqliteWaits
{
    private const string Library = "e_sqlite3";

    // Kept for as long as the process lives: SQLite calls it.
    private static readonly VfsSleep Sleep = (_, microseconds) =>
    {
        Thread.Sleep((int)Math.Min(((long)microseconds + 999) / 1000, int.MaxValue));
        return microseconds;
    };

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VfsSleep(nint vfs, int microseconds);

    /// <summary>Gives the file system layer of all connections a wait of its own. Before the first of them.</summary>
    public static void Shorten()
    {
        // On Windows it waits in milliseconds already.
        if (OperatingSystem.IsWindows())
            return;
        var vfs = Find(nint.Zero);
        if (vfs == nint.Zero)
            throw new InvalidOperationException("SQLite has no file system layer.");
        Marshal.WriteIntPtr(
            vfs, (int)Marshal.OffsetOf<Vfs>(nameof(Vfs.Sleep)), Marshal.GetFunctionPointerForDelegate(Sleep));
    }

    [DllImport(Library, EntryPoint = "sqlite3_vfs_find", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern nint Find(nint name);

    /// <summary><c>sqlite3_vfs</c> of sqlite3.h as far as it is needed; a part of its published interface.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Vfs
    {
        public int Version;
        public int FileSize;
        public int LongestPath;
        public nint Next;
        public nint Name;
        public nint Data;
        public nint Open;
        public nint Delete;
        public nint Access;
        public nint FullPath;
        public nint OpenLibrary;
        public nint LibraryError;
        public nint Symbol;
        public nint CloseLibrary;
        public nint Randomness;
        public nint Sleep;
    }
}
