using Microsoft.DurableTask.Client;

namespace Tedori.Workflows.Durable;

/// <summary>
/// Holds the Durable Task client of the running invocation. The hosts put it here before a function that declares one:
/// nothing else does.
/// </summary>
public sealed class DurableClientAccessor
{
    private DurableTaskClient? client;

    /// <summary>The client.</summary>
    /// <exception cref="InvalidOperationException">Nobody has put one here.</exception>
    public DurableTaskClient Client
    {
        get => client ?? throw new InvalidOperationException("This invocation was not given a Durable Task client.");
        set => client = value;
    }

    /// <summary>Takes the client out again: a host calls it before a function that declares none.</summary>
    public void Clear() => client = null;
}
