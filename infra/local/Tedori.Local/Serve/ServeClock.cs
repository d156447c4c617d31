using NodaTime;
using NodaTime.Text;
using Tedori.Local.Data;
using Tedori.Local.Engine;

namespace Tedori.Local.Serve;

/// <summary>The running clock of a served folder. It stands still while nothing is served, and never goes back.</summary>
internal sealed class ServeClock
{
    // A process that is killed has kept its time at most this long ago.
    private static readonly Duration Kept = Duration.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly string file;

    private ServeClock(string file, Instant start)
    {
        this.file = file;
        Timeline = new(start);
    }

    public RunningTimeline Timeline { get; }

    public Instant Now => Timeline.GetCurrentInstant();

    /// <summary>Whether a folder has been served before.</summary>
    public static bool Exists(string folder) => File.Exists(FileIn(folder));

    /// <summary>The clock of a folder, from where it stood, or from the instant for a new one.</summary>
    public static ServeClock Open(string folder, Instant start)
    {
        var file = FileIn(folder);
        var clock = new ServeClock(file, File.Exists(file) ? Read(file) + Kept : start);
        clock.Keep();
        return clock;
    }

    /// <summary>Keeps the time on disk.</summary>
    public void Keep()
    {
        // The loop and a jump may keep it at once; the file must not go back either.
        lock (gate)
        {
            File.WriteAllText(file + ".new", InstantPattern.ExtendedIso.Format(Now) + "\n");
            File.Move(file + ".new", file, overwrite: true);
        }
    }

    /// <summary>Moves on to a later instant; the time is kept before anything can see it.</summary>
    public void JumpTo(Instant instant)
    {
        Timeline.JumpTo(instant);
        Keep();
    }

    private static Instant Read(string file)
    {
        var parsed = InstantPattern.ExtendedIso.Parse(File.ReadAllText(file).Trim());
        return parsed.Success ? parsed.Value : throw new DataFolderCorruptException(file, "it holds no time");
    }

    private static string FileIn(string folder) => Path.Combine(folder, "clock.txt");
}
