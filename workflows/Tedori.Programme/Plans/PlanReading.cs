using Tedori.Programme.Editions;

namespace Tedori.Programme.Plans;

/// <summary>What came of reading a plan's file: a consistent plan, or everything that is wrong.</summary>
public abstract record PlanReading
{
    private PlanReading()
    {
    }

    /// <summary>The file holds.</summary>
    /// <param name="Plan">The plan.</param>
    public sealed record Valid(Plan Plan) : PlanReading;

    /// <summary>The file does not hold.</summary>
    /// <param name="Faults">All faults, at least one, in the order in which they were found.</param>
    public sealed record Invalid(IReadOnlyList<EditionFault> Faults) : PlanReading;

    /// <summary>Calls the function for the case at hand.</summary>
    public T Match<T>(Func<Valid, T> valid, Func<Invalid, T> invalid) => this switch
    {
        Valid v => valid(v),
        Invalid i => invalid(i),
        _ => throw new InvalidOperationException($"Unknown reading {GetType().Name}."),
    };
}
