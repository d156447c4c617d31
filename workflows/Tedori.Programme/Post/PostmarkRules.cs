using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Post;

/// <summary>
/// When a postmark counts as read (当日消印有効, guideline 1(4)): one reading where it cannot matter, two that agree where it
/// decides, an approver where it is illegible or two people differ. Pure.
/// </summary>
public static class PostmarkRules
{
    /// <summary>
    /// Whether the postmark decides the outcome: an envelope that was recorded by the deadline's date is on time whatever it
    /// says. The date of arrival is no proof of that: who records it late types it.
    /// </summary>
    /// <param name="deadline">Last day of the deadline, Asia/Tokyo, inclusive.</param>
    /// <param name="recorded">Date on which the envelope was recorded, Asia/Tokyo.</param>
    public static bool Decides(LocalDate deadline, LocalDate recorded) => recorded > deadline;

    /// <summary>What follows from the readings so far.</summary>
    /// <param name="deadline">
    /// Last day of the deadline, or null where none runs: then the rules of the case refuse the filing.
    /// </param>
    /// <param name="readings">At least one reading, in order; the first was typed when the envelope was recorded.</param>
    /// <exception cref="ArgumentException">There is no reading.</exception>
    public static PostmarkVerdict Judge(LocalDate? deadline, IReadOnlyList<PostmarkReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        if (readings.Count == 0)
            throw new ArgumentException("Nobody has read the postmark.", nameof(readings));
        if (readings.Any(r => r.Postmark is null))
            return new PostmarkVerdict.ApproverNeeded();
        var first = readings[0].Postmark!.Value;
        if (deadline is null || !Decides(deadline.Value, JapanTime.DateOf(readings[0].At)))
            return new PostmarkVerdict.Settled(first);
        if (readings.Select(r => r.By).Distinct(StringComparer.OrdinalIgnoreCase).Count() < 2)
            return new PostmarkVerdict.SecondReadingNeeded();
        return readings.All(r => r.Postmark == first)
            ? new PostmarkVerdict.Settled(first)
            : new PostmarkVerdict.ApproverNeeded();
    }
}

/// <summary>What follows from the readings of a postmark.</summary>
public abstract record PostmarkVerdict
{
    private PostmarkVerdict()
    {
    }

    /// <summary>The date is settled.</summary>
    public sealed record Settled(LocalDate Postmark) : PostmarkVerdict;

    /// <summary>A second person has to read it.</summary>
    public sealed record SecondReadingNeeded : PostmarkVerdict;

    /// <summary>An approver has to decide.</summary>
    public sealed record ApproverNeeded : PostmarkVerdict;

    /// <summary>Calls the function for the case at hand.</summary>
    public T Match<T>(Func<Settled, T> settled, Func<T> second, Func<T> approver)
    {
        ArgumentNullException.ThrowIfNull(settled);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(approver);
        return this switch
        {
            Settled s => settled(s),
            SecondReadingNeeded => second(),
            ApproverNeeded => approver(),
            _ => throw new InvalidOperationException($"Unknown verdict {GetType().Name}."),
        };
    }
}
