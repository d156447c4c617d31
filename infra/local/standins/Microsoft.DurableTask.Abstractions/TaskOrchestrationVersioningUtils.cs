namespace Microsoft.DurableTask.Abstractions;

public static class TaskOrchestrationVersioningUtils
{
    public static int CompareVersions(string sourceVersion, string otherVersion)
    {
        var none = string.IsNullOrWhiteSpace(sourceVersion);
        var otherNone = string.IsNullOrWhiteSpace(otherVersion);
        if (none || otherNone) return none == otherNone ? 0 : none ? -1 : 1;
        return Version.TryParse(sourceVersion, out var source) && Version.TryParse(otherVersion, out var other)
            ? source.CompareTo(other)
            : string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase);
    }
}
