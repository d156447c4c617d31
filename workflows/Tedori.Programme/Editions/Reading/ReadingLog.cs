namespace Tedori.Programme.Editions.Reading;

/// <summary>What one reading of a programme file finds on its way: faults, and values marked as assumptions.</summary>
internal sealed class ReadingLog
{
    private readonly List<EditionFault> faults = [];
    private readonly List<Assumption> assumptions = [];

    public IReadOnlyList<EditionFault> Faults => faults;

    public IReadOnlyList<Assumption> Assumptions => assumptions;

    public void Fault(string path, string message) => faults.Add(new(path.Length == 0 ? "$" : path, message));

    public void Assume(Assumption assumption) => assumptions.Add(assumption);
}
