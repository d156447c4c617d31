using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Engine;

/// <summary>An instance in memory: its row, what reached it and was not handled yet, and its running code.</summary>
internal sealed class Instance
{
    private readonly InstanceRow origin;
    private readonly LogWriter log = new();
    private OrchestrationRuntimeStatus? end;
    private byte[]? customStatus;
    private int sequence;
    private bool stored;
    private bool changed;
    private bool truncates;
    private long? savedWake;

    public Instance(InstanceRow row, bool stored)
    {
        origin = row;
        this.stored = stored;
        changed = !stored;
        savedWake = row.Wake;
        customStatus = row.CustomStatus;
        end = row.IsTerminal ? row.Status : null;
        IsSuspended = row.Status == OrchestrationRuntimeStatus.Suspended;
        (Version, StartAt, Execution) = (row.Version, row.StartAt, row.Execution);
        (Input, Output, Failure) = (row.Input, row.Output, row.Failure);
        (UpdatedAt, FinishedAt) = (row.UpdatedAt, row.FinishedAt);
    }

    public long Key => origin.Key;

    public string Id => origin.Id;

    public string Name => origin.Name;

    public ParentLink? Parent => origin.Parent;

    public string Version { get; private set; }

    public int Execution { get; private set; }

    public byte[]? Input { get; private set; }

    public byte[]? Output { get; private set; }

    public TaskFailureDetails? Failure { get; private set; }

    public long? StartAt { get; set; }

    public long UpdatedAt { get; private set; }

    public long? FinishedAt { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>The code has had its first turn.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The row is gone or going.</summary>
    public bool IsRemoved { get; private set; }

    public OrchestrationContext? Context { get; set; }

    /// <summary>What arrived since the latest turn.</summary>
    public List<Inbound> Inbox { get; private set; } = [];

    /// <summary>Why the recorded history could not be replayed, if so.</summary>
    public Exception? Divergence { get; private set; }

    public bool IsQueued { get; set; }

    public bool IsDirty { get; set; }

    /// <summary>How many batches with changes of this instance are not on disk yet.</summary>
    public int Unsettled { get; set; }

    public LinkedListNode<Instance>? Place { get; set; }

    public bool IsTerminal => end is not null;

    public OrchestrationRuntimeStatus Status => end
        ?? (IsSuspended ? OrchestrationRuntimeStatus.Suspended
            : HasBegun ? OrchestrationRuntimeStatus.Running
            : OrchestrationRuntimeStatus.Pending);

    public bool IsReady => !IsTerminal && !IsSuspended && Inbox.Count > 0
        && (HasBegun || Inbox.Exists(e => e.Kind == EntryKind.Started));

    public long? Due => IsTerminal || IsRemoved ? null : StartAt ?? Context?.NextDue;

    public void Record(Inbound entry, long at)
    {
        log.Write(entry);
        UpdatedAt = Math.Max(UpdatedAt, at);
        if (entry.Kind is EntryKind.Suspended or EntryKind.Resumed)
            (IsSuspended, changed) = (entry.Kind == EntryKind.Suspended, true);
        else if (entry.Kind != EntryKind.Terminated) Inbox.Add(entry);
    }

    /// <summary>Takes what arrived, for a turn.</summary>
    public List<Inbound> TakeInbox()
    {
        var taken = Inbox;
        Inbox = [];
        return taken;
    }

    /// <summary>Gives the list of a turn that is over back for reuse.</summary>
    public void Recycle(List<Inbound> taken)
    {
        if (Inbox.Count > 0) return;
        taken.Clear();
        Inbox = taken;
    }

    public void RecordTurn(long at)
    {
        log.WriteTurn(at, Context!.Actions);
        UpdatedAt = at;
        changed |= !HasBegun;
        HasBegun = true;
    }

    public void SetCustomStatus(byte[]? status)
    {
        if (status.AsSpan().SequenceEqual(customStatus) && status is null == customStatus is null) return;
        (customStatus, changed) = (status, true);
    }

    public void Start()
    {
        (StartAt, changed) = (null, true);
    }

    public void End(OrchestrationRuntimeStatus status, byte[]? output, TaskFailureDetails? failure, long at)
    {
        (end, Output, Failure, FinishedAt, UpdatedAt) = (status, output, failure, at, at);
        (Context, changed) = (null, true);
        Inbox.Clear();
    }

    public void Renew(Renewal renewal)
    {
        Input = renewal.Input;
        if (!string.IsNullOrWhiteSpace(renewal.Version)) Version = renewal.Version;
        Execution++;
        (truncates, changed, HasBegun) = (true, true, false);
        log.Clear();
        Inbox.Clear();
    }

    public void Remove() => (IsRemoved, Context) = (true, null);

    /// <summary>Goes on where the history that was read back ends.</summary>
    public void Restored(int lastSequence) => sequence = lastSequence;

    /// <summary>Takes what a replay of the history came to.</summary>
    public void Follow(OrchestrationContext context, List<Inbound> inbox, bool begun, Exception? divergence) =>
        (Context, Inbox, HasBegun, Divergence) = (context, inbox, begun, divergence);

    /// <summary>What this instance adds to the batch that is being closed.</summary>
    public RowChange Seal()
    {
        if (IsRemoved) return new() { Key = Key, Operation = stored ? RowOperation.Delete : RowOperation.None };
        var wake = Wake();
        var operation = !stored ? RowOperation.Insert
            : changed || wake != savedWake ? RowOperation.Update
            : RowOperation.None;
        var entries = log.Length > 0 ? log.Take() : null;
        if (entries is not null) sequence++;
        var cut = truncates;
        (stored, changed, truncates, savedWake) = (true, false, false, wake);
        return new()
        {
            Key = Key,
            Operation = operation,
            Row = operation == RowOperation.None ? null : ToRow(wake),
            Log = entries,
            Sequence = sequence,
            At = UpdatedAt,
            Truncates = cut,
        };
    }

    public InstanceRow ToRow() => ToRow(Wake());

    private InstanceRow ToRow(long? wake) => origin with
    {
        Version = Version,
        Status = Status,
        UpdatedAt = UpdatedAt,
        FinishedAt = FinishedAt,
        Wake = wake,
        StartAt = StartAt,
        Execution = Execution,
        Input = Input,
        Output = Output,
        CustomStatus = customStatus,
        Failure = Failure,
    };

    private long? Wake()
    {
        if (IsTerminal) return null;
        return IsReady || Context?.OpenActivities.Count > 0 ? 0 : Due;
    }
}
