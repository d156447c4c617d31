using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Workflows.Mail;

/// <summary>
/// How fast mails leave: so many a minute, and to one address so many a day. Each process counts for itself, from its
/// start. Safe for many at once.
/// </summary>
/// <param name="perMinute">Most in a minute, spread evenly; null where all may leave at once.</param>
/// <param name="perAddress">Most to one address on one date, Asia/Tokyo; null for any number.</param>
public sealed class MailPace(int? perMinute = null, int? perAddress = null)
{
    /// <summary>Most to one address where nobody says another number: nobody files as often in a day.</summary>
    public const int UsualPerAddress = 50;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Instant> turns = [];
    private readonly Dictionary<string, int> sent = new(StringComparer.OrdinalIgnoreCase);
    private Instant next = Instant.MinValue;
    private LocalDate day;

    /// <summary>Lets a mail leave, or says when to ask again. Who asks again at its time is let go.</summary>
    /// <param name="mail">The notice, and to whom it is.</param>
    /// <param name="now">Now.</param>
    /// <returns>When to ask again, or null where it leaves.</returns>
    public Instant? Admit(AskedMail mail, Instant now)
    {
        ArgumentNullException.ThrowIfNull(mail);
        lock (gate)
        {
            Begin(JapanTime.DateOf(now));
            if (perAddress is { } most && sent.GetValueOrDefault(mail.To) >= most)
                return JapanTime.EndOf(day);
            if (TurnOf(mail.NoticeId, now) is { } turn && turn > now)
                return turn;
            turns.Remove(mail.NoticeId);
            sent[mail.To] = sent.GetValueOrDefault(mail.To) + 1;
            return null;
        }
    }

    private void Begin(LocalDate today)
    {
        if (today == day)
            return;
        day = today;
        sent.Clear();
        // Whose turn was yesterday and who did not come was sent by another process, or asks for another.
        foreach (var (id, _) in turns.Where(t => JapanTime.DateOf(t.Value) < today).ToList())
            turns.Remove(id);
    }

    private Instant? TurnOf(string notice, Instant now)
    {
        if (perMinute is not { } most)
            return null;
        if (turns.TryGetValue(notice, out var turn))
            return turn;
        turn = Instant.Max(now, next);
        next = turn + Duration.FromMinutes(1) / most;
        turns[notice] = turn;
        return turn;
    }
}
