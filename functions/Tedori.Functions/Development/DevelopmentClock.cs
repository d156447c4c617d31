using NodaTime;
using NodaTime.Text;
using Tedori.Functions.Settings;
using Tedori.Programme.Calendar;

namespace Tedori.Functions.Development;

/// <summary>
/// The one clock of a developer's worker: real time until its file says what it showed when the file was written. It
/// runs ahead of real time and never behind it or back, because durable timers and signed URLs follow real time: a
/// deadline that the app has still before it must not have passed for them.
/// </summary>
internal sealed class DevelopmentClock : IClock
{
    private static readonly LocalDateTimePattern Pattern =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private readonly Lock gate = new();
    private readonly string file;
    private readonly IClock real;
    private DateTime seen;
    private Duration ahead;

    private DevelopmentClock(string file, IClock real) => (this.file, this.real) = (file, real);

    /// <summary>Opens the clock of a file, which may be absent.</summary>
    /// <exception cref="SettingsException">The file says no time, or one before the real time.</exception>
    public static DevelopmentClock Open(string file, IClock? real = null)
    {
        var clock = new DevelopmentClock(file, real ?? SystemClock.Instance);
        return clock.Look() is { } fault ? throw new SettingsException([fault]) : clock;
    }

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        lock (gate)
        {
            // A file that is being edited may say nothing for a moment: the clock then runs on as it did.
            _ = Look();
            return real.GetCurrentInstant() + ahead;
        }
    }

    /// <summary>Moves on to a time, Japanese time to the minute; says why not where it cannot.</summary>
    public string? MoveTo(string text)
    {
        if (!Pattern.Parse(text).TryGetValue(default, out var local))
            return "日時を読み取れません。";
        if (JapanTime.At(local.Date, local.TimeOfDay) < GetCurrentInstant())
            return "時計は戻せません。";
        lock (gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text + "\n");
        }

        return null;
    }

    private string? Look()
    {
        var written = File.GetLastWriteTimeUtc(file);
        if (written == seen || !File.Exists(file))
            return null;
        var text = File.ReadAllText(file).Trim();
        if (!Pattern.Parse(text).TryGetValue(default, out var local))
            return $"The clock file '{file}' says '{text}', which is no Japanese time such as 2026-12-04T17:01.";
        var found = JapanTime.At(local.Date, local.TimeOfDay) - Instant.FromDateTimeUtc(written);
        if (found < ahead)
        {
            return $"The clock file '{file}' says {text}, which was past when it was written: the clock runs ahead of "
                + "real time only, so give a later time or delete the file.";
        }

        (seen, ahead) = (written, found);
        return null;
    }
}
