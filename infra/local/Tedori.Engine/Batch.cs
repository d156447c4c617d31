namespace Tedori.Engine;

/// <summary>Changes of many instances that are committed in one transaction, and what happens once they are.</summary>
internal sealed class Batch
{
    public List<RowChange> Changes { get; } = [];

    /// <summary>The time of the timeline when it was closed, in Unix ticks.</summary>
    public long At { get; set; }

    public List<Instance> Instances { get; } = [];

    /// <summary>Activities that may start once the turn that called them is on disk.</summary>
    public List<ActivityWork> Activities { get; } = [];

    /// <summary>Callers that are answered once what they asked for is on disk.</summary>
    public List<Request> Requests { get; } = [];
}
