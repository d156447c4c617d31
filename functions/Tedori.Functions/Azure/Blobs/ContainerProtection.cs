namespace Tedori.Functions.Azure.Blobs;

/// <summary>What protects a container, as far as the data plane shows it.</summary>
/// <param name="Container">Name of the container.</param>
/// <param name="Immutable">Whether a time-based policy or a legal hold forbids changes.</param>
/// <param name="Versioned">Whether versions are kept and protected one by one; versioning alone is not shown.</param>
public sealed record ContainerProtection(string Container, bool Immutable, bool Versioned)
{
    /// <summary>Whether what lies in it cannot be changed or removed by anybody, ourselves included.</summary>
    public bool Protected => Immutable || Versioned;
}
