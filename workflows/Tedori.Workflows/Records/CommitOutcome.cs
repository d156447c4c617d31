namespace Tedori.Workflows.Records;

/// <summary>What became of a commit.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>All writes are durable.</summary>
    public sealed record Committed : CommitOutcome
    {
        /// <summary>The one instance.</summary>
        public static readonly Committed Instance = new();
    }

    /// <summary>Nothing was written, because one write met another state than it expected.</summary>
    /// <param name="Key">Key of the first write that did.</param>
    public sealed record Conflict(string Key) : CommitOutcome;

    /// <summary>Whether all writes are durable.</summary>
    public bool Succeeded => this is Committed;
}
