namespace Tedori.Engine;

/// <summary>Purges instances that have ended; with their children that have ended, if asked.</summary>
internal sealed class PurgeRequest(IReadOnlyList<string> instanceIds, bool recursive) : Request
{
    /// <summary>How many instances were purged, known once the request is done.</summary>
    public int Count { get; private set; }

    public override void Apply(Dispatcher dispatcher)
    {
        foreach (var id in instanceIds) Count += dispatcher.Purge(id, recursive);
        dispatcher.AcknowledgeWhenWritten(this);
    }
}
