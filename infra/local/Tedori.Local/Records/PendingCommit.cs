using Tedori.Workflows.Records;

namespace Tedori.Local.Records;

/// <summary>A commit on its way to the file, and the answer its caller waits for.</summary>
internal sealed class PendingCommit(RecordSet set, string partition, IReadOnlyList<Write> writes)
{
    private readonly TaskCompletionSource<CommitOutcome> answer =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Set { get; } = RecordSetNames.Of(set);

    public string Partition => partition;

    public IReadOnlyList<Write> Writes => writes;

    public CommitOutcome Outcome { get; set; } = CommitOutcome.Committed.Instance;

    public Task<CommitOutcome> Answer => answer.Task;

    public void Acknowledge() => answer.SetResult(Outcome);

    public void Fail(Exception failure) => answer.SetException(failure);
}
