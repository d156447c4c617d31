using NodaTime;
using NodaTime.Text;
using Tedori.Engine;
using Tedori.Engine.Sqlite;

namespace Tedori.Local.Serve;

/// <summary>
/// The running clock of a served folder. It stands still while nothing is served, and never goes back.
/// </summary>
internal sealed class ServeClock
{
    // A process that is killed has kept its time at most this long ago, in real time.
    private static readonly Duration Kept = Duration.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly string file;

    private ServeClock(string file, Instant start, int speed)
    {
        this.file = file;
        Timeline = new(start, speed);
    }

    public RunningTimeline Timeline { get; }

    public Instant Now => Timeline.GetCurrentInstant();

    /// <summary>Whether a folder has been served before.</summary>
    public static bool Exists(string folder) => File.Exists(FileIn(folder));

    /// <summary>The clock of a folder, from where it stood, or from the instant for a new one.</summary>
    public static ServeClock Open(string folder, Instant start, int speed = 1)
    {
        var file = FileIn(folder);
        var clock = new ServeClock(file, File.Exists(file) ? Read(file) : start, speed);
        clock.Keep();
        return clock;
    }

    /// <summary>Keeps the time on disk.</summary>
    public void Keep()
    {
        // The loop and a jump may keep it at once; the file must not go back either.
        lock (gate) Write(Now);
    }

    /// <summary>Moves on to a later instant; the time is kept before anything can see it.</summary>
    /// <exception cref="ArgumentException">The instant lies in the past of this clock.</exception>
    public void JumpTo(Instant instant)
    {
        lock (gate)
        {
            if (instant >= Now) Write(instant);
            Timeline.JumpTo(instant);
        }
    }

    /// <summary>
    /// Moves on to the instant, unless it has come meanwhile: the clock runs, so whoever reads it and then moves it may
    /// be late. The time is kept before anything can see it.
    /// </summary>
    public void MoveOnTo(Instant instant)
    {
        lock (gate)
        {
            Write(Instant.Max(instant, Now));
            Timeline.MoveOnTo(instant);
        }
    }

    // The file is ahead by as much as can pass until it is kept again: whoever goes on from it never goes back.
    private void Write(Instant now)
    {
        File.WriteAllText(file + ".new", InstantPattern.ExtendedIso.Format(now + (Kept * Timeline.Speed)) + "\n");
        File.Move(file + ".new", file, overwrite: true);
    }

    private static Instant Read(string file)
    {
        var parsed = InstantPattern.ExtendedIso.Parse(File.ReadAllText(file).Trim());
        return parsed.Success ? parsed.Value : throw new DataFolderCorruptException(file, "it holds no time");
    }

    private static string FileIn(string folder) => Path.Combine(folder, "clock.txt");
}
