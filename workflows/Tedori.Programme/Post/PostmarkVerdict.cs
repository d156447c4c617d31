using NodaTime;

namespace Tedori.Programme.Post;

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
