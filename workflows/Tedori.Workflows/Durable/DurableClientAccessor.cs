using Microsoft.DurableTask.Client;

namespace Tedori.Workflows.Durable;

/// <summary>
/// Holds the Durable Task client of the running invocation. The Functions worker hands the client to methods only, so
/// each wrapper puts it here before it calls its class.
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

    /// <summary>Takes the client out again: a host calls it before a function, which must put its own here.</summary>
    public void Clear() => client = null;
}
