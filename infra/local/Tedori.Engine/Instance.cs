using System.Globalization;
using System.Text;
using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;
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

    public FailureDetails? Failure { get; private set; }

    public long? StartAt { get; set; }

    public long UpdatedAt { get; private set; }

    public long? FinishedAt { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>The code has had its first turn.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The row is gone or going.</summary>
    public bool IsRemoved { get; private set; }

    public LiveExecution? Live { get; set; }

    /// <summary>What arrived since the latest turn.</summary>
    public List<HistoryEvent> Inbox { get; private set; } = [];

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
        && (HasBegun || Inbox.Exists(e => e is ExecutionStartedEvent));

    public long? Due => IsTerminal || IsRemoved ? null : StartAt ?? Live?.NextDue;

    /// <summary>The beginning of the present execution, as its history tells it.</summary>
    public ExecutionStartedEvent Started() => new(-1, Input is null ? null : Encoding.UTF8.GetString(Input))
    {
        Name = Name,
        Version = Version,
        OrchestrationInstance = Identity(Id, Execution),
        ParentInstance = Parent is not { } parent ? null : new()
        {
            Name = parent.Name,
            OrchestrationInstance = Identity(parent.Id, parent.Execution),
            TaskScheduleId = parent.TaskId,
        },
        Tags = origin.Tags is { } tags ? new Dictionary<string, string>(tags) : null,
    };

    public void Record(HistoryEvent entry, long at)
    {
        log.Write(entry);
        UpdatedAt = Math.Max(UpdatedAt, at);
        switch (entry)
        {
            case ExecutionSuspendedEvent or ExecutionResumedEvent:
                (IsSuspended, changed) = (entry is ExecutionSuspendedEvent, true);
                break;
            case ExecutionTerminatedEvent:
                break;
            default:
                Live!.Note(entry);
                Inbox.Add(entry);
                break;
        }
    }

    /// <summary>Takes what arrived, for a turn.</summary>
    public List<HistoryEvent> TakeInbox()
    {
        var taken = Inbox;
        Inbox = [];
        return taken;
    }

    /// <summary>Gives the list of a turn that is over back for reuse.</summary>
    public void Recycle(List<HistoryEvent> taken)
    {
        if (Inbox.Count > 0) return;
        taken.Clear();
        Inbox = taken;
    }

    public void RecordTurn(long at, IReadOnlyList<HistoryEvent> asked)
    {
        log.WriteTurn(at);
        foreach (var entry in asked) log.Write(entry);
        UpdatedAt = at;
        changed |= !HasBegun;
        HasBegun = true;
    }

    public void SetCustomStatus(string? text)
    {
        var status = text is null ? null : Encoding.UTF8.GetBytes(text);
        if (status.AsSpan().SequenceEqual(customStatus) && status is null == customStatus is null) return;
        (customStatus, changed) = (status, true);
    }

    public void Start()
    {
        (StartAt, changed) = (null, true);
    }

    public void End(OrchestrationRuntimeStatus status, byte[]? output, FailureDetails? failure, long at)
    {
        (end, Output, Failure, FinishedAt, UpdatedAt) = (status, output, failure, at, at);
        (Live, changed) = (null, true);
        Inbox.Clear();
    }

    public void Renew(OrchestrationCompleteOrchestratorAction end)
    {
        Input = end.Result is null ? null : Encoding.UTF8.GetBytes(end.Result);
        if (!string.IsNullOrWhiteSpace(end.NewVersion)) Version = end.NewVersion;
        Execution++;
        // A tick later, because the SDK makes its ids of the instance and the time.
        UpdatedAt++;
        (truncates, changed, HasBegun) = (true, true, false);
        log.Clear();
        Inbox.Clear();
    }

    public void Remove() => (IsRemoved, Live) = (true, null);

    /// <summary>Goes on where the history that was read back ends.</summary>
    public void Restored(int lastSequence) => sequence = lastSequence;

    /// <summary>Takes the history that was read; the code is replayed with the next turn.</summary>
    public void Follow(History history, Runtime runtime)
    {
        (Inbox, HasBegun) = (history.Arrived, history.Past.Count > 0);
        Live = new LiveExecution(this, runtime, history.Past);
        foreach (var entry in Inbox) Live.Note(entry);
    }

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
        return IsReady || Live?.OpenActivities.Count > 0 ? 0 : Due;
    }

    private static OrchestrationInstance Identity(string id, int execution) =>
        new() { InstanceId = id, ExecutionId = execution.ToString(CultureInfo.InvariantCulture) };
}
