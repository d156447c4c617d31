namespace Microsoft.DurableTask;

public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    public static readonly TaskVersion Unversioned = new(string.Empty);

    private readonly string? version;

    public TaskVersion(string? version) => this.version = version;

    public string Version => version ?? string.Empty;

    public static implicit operator string(TaskVersion value) => value.Version;

    public static implicit operator TaskVersion(string? value) => new(value);

    public bool Equals(TaskVersion other) =>
        string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);

    public override string ToString() => Version;
}
