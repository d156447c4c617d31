using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Cases;

/// <summary>
/// A case as one request read it, once for everything that the request judges by it. What is decided on it is committed
/// only if nobody has changed the case since.
/// </summary>
/// <param name="row">The snapshot.</param>
/// <param name="read">Reads the events; called at most once.</param>
public sealed class LoadedCase(
    Row<CaseSnapshot> row, Func<Task<IReadOnlyList<(int Number, CaseEvent Event)>>> read)
{
    private Task<IReadOnlyList<(int Number, CaseEvent Event)>>? events;

    /// <summary>Its id.</summary>
    public CaseId Id => State.Id;

    /// <summary>The state that was read.</summary>
    public CaseState State => row.Body.State;

    internal Row<CaseSnapshot> Row => row;

    /// <summary>
    /// Its events with their numbers, in order; read when they are first asked for. They may go further than the state: then
    /// somebody has changed the case, and nothing is committed.
    /// </summary>
    public Task<IReadOnlyList<(int Number, CaseEvent Event)>> EventsAsync() => events ??= read();
}
