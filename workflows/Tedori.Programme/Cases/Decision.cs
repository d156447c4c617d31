namespace Tedori.Programme.Cases;

/// <summary>The answer of the rules to a command.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>What happens. No events: it had happened already, or there is nothing to do.</summary>
    public sealed record Accepted(IReadOnlyList<CaseEvent> Events) : Decision;

    /// <summary>Why nothing happens.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;

    /// <summary>Nothing to do.</summary>
    public static readonly Decision Nothing = new Accepted([]);

    /// <summary>These events happen.</summary>
    public static Decision Accept(params CaseEvent[] events) => new Accepted(events);

    /// <summary>Refuses.</summary>
    public static Decision Refuse(Refusal refusal) => new Refused(refusal);

    /// <summary>Calls the function for the case at hand.</summary>
    public T Match<T>(Func<IReadOnlyList<CaseEvent>, T> accepted, Func<Refusal, T> refused) => this switch
    {
        Accepted a => accepted(a.Events),
        Refused r => refused(r.Refusal),
        _ => throw new InvalidOperationException($"Unknown decision {GetType().Name}."),
    };
}
