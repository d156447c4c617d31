using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Cases;

/// <summary>
/// A case as one request read it, once for everything that the request judges by it. What is decided on it is committed
/// only if nobody has changed the case since.
/// </summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="version">Version of the snapshot's row.</param>
/// <param name="read">Reads the events; called at most once.</param>
public sealed class LoadedCase(
    CaseSnapshot snapshot, string version, Func<Task<IReadOnlyList<(int Number, CaseEvent Event)>>> read)
{
    private Task<IReadOnlyList<(int Number, CaseEvent Event)>>? events;

    /// <summary>Its id.</summary>
    public CaseId Id => State.Id;

    /// <summary>The state that was read.</summary>
    public CaseState State => Snapshot.State;

    internal CaseSnapshot Snapshot => snapshot;

    internal string Version => version;

    /// <summary>
    /// Its events with their numbers, in order; read when they are first asked for. They may go further than the state: then
    /// somebody has changed the case, and nothing is committed.
    /// </summary>
    public Task<IReadOnlyList<(int Number, CaseEvent Event)>> EventsAsync() => events ??= read();
}
