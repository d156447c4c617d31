using Azure;
using Azure.Data.Tables;
using Tedori.Workflows.Records;

namespace Tedori.Functions.Azure.Tables;

/// <summary>
/// One commit. Every row it writes bears its id, so that it knows itself again when an attempt was carried out but not
/// answered and the next one met its rows.
/// </summary>
internal sealed class TableCommit(TableClient table, string partition, IReadOnlyList<Write> writes)
{
    private readonly Guid id = Guid.NewGuid();
    private readonly UnansweredAttempts unanswered = new();

    public async Task<CommitOutcome> RunAsync(CancellationToken cancellation)
    {
        try
        {
            using (unanswered.Observe())
                await table.SubmitTransactionAsync(writes.Select(ActionOf), cancellation);
            return CommitOutcome.Committed.Instance;
        }
        catch (TableTransactionFailedException failure) when (IsConflict(failure))
        {
            var conflict = new CommitOutcome.Conflict(writes[failure.FailedTransactionActionIndex ?? 0].Key);
            return unanswered.Any ? await JudgeAsync(conflict, failure, cancellation) : conflict;
        }
    }

    private static bool IsConflict(RequestFailedException failure) => (failure.Status, failure.ErrorCode) is
        (409, "EntityAlreadyExists")
        or (412, _)
        or (404, "ResourceNotFound" or "EntityNotFound");

    private TableTransactionAction ActionOf(Write write) => write switch
    {
        Write.Insert insert => new(TableTransactionActionType.Add, Entity(insert.Key, insert.Body)),
        Write.Upsert upsert => new(TableTransactionActionType.UpsertReplace, Entity(upsert.Key, upsert.Body)),
        Write.Replace replace => new(
            TableTransactionActionType.UpdateReplace, Entity(replace.Key, replace.Body), new ETag(replace.Version)),
        Write.Delete delete => new(
            TableTransactionActionType.Delete, new TableEntity(partition, delete.Key), new ETag(delete.Version)),
        _ => throw new ArgumentException($"{write.GetType().Name} is no write of this port.", nameof(write)),
    };

    private TableEntity Entity(string key, string body) => RowEntity.Write(partition, key, body, id);

    // All or nothing: one row of ours proves the commit, one row that we would have changed and that is still as it was
    // proves that there was none.
    private async Task<CommitOutcome> JudgeAsync(
        CommitOutcome.Conflict conflict, TableTransactionFailedException failure, CancellationToken cancellation)
    {
        foreach (var write in writes)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(
                partition, write.Key, cancellationToken: cancellation);
            if (!found.HasValue)
                continue;
            if (RowEntity.CommitOf(found.Value!) == id)
                return CommitOutcome.Committed.Instance;
            if (RowEntity.VersionOf(write) == found.Value!.ETag.ToString())
                return conflict;
        }

        throw new UncertainCommitException(partition, failure);
    }
}

/// <summary>
/// A commit may have been carried out and overwritten since, or not at all. Who meets this reads the record again and
/// decides anew, as after a crash between a commit and its answer.
/// </summary>
public sealed class UncertainCommitException(string partition, Exception cause) : IOException(
    $"The storage service did not say whether a commit in '{partition}' was carried out. Read it again.", cause);
