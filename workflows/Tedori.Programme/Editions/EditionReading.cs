namespace Tedori.Programme.Editions;

/// <summary>What came of reading a programme file: a consistent edition, or everything that is wrong.</summary>
public abstract record EditionReading
{
    private EditionReading()
    {
    }

    /// <summary>The file holds.</summary>
    /// <param name="Edition">The edition.</param>
    /// <param name="Warnings">Values worth a second look, in order of the file.</param>
    public sealed record Valid(Edition Edition, IReadOnlyList<EditionWarning> Warnings) : EditionReading;

    /// <summary>The file does not hold.</summary>
    /// <param name="Faults">All faults, at least one, in the order in which they were found.</param>
    public sealed record Invalid(IReadOnlyList<EditionFault> Faults) : EditionReading;

    /// <summary>Calls the function for the case at hand.</summary>
    public T Match<T>(Func<Valid, T> valid, Func<Invalid, T> invalid) => this switch
    {
        Valid v => valid(v),
        Invalid i => invalid(i),
        _ => throw new InvalidOperationException($"Unknown reading {GetType().Name}."),
    };
}
