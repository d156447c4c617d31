using System.Text;
using DurableTask.Core;
using DurableTask.Core.History;

namespace Tedori.Engine;

/// <summary>Reads the events that <see cref="LogWriter"/> wrote.</summary>
internal ref struct LogReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int position;

    public readonly bool AtEnd => position >= data.Length;

    /// <summary>The next event; the start of the execution is made from what the instance knows.</summary>
    public HistoryEvent Read(Func<ExecutionStartedEvent> started)
    {
        var type = (EventType)data[position++];
        return type switch
        {
            EventType.ExecutionStarted => started(),
            EventType.OrchestratorStarted => new OrchestratorStartedEvent(-1) { Timestamp = Ticks.ToUtc(ReadLong()) },
            EventType.TaskScheduled => new TaskScheduledEvent(ReadInt(), ReadText() ?? "", ReadText(), ReadText()),
            EventType.SubOrchestrationInstanceCreated => new SubOrchestrationInstanceCreatedEvent(ReadInt())
            {
                Name = ReadText(),
                Version = ReadText(),
                InstanceId = ReadText(),
            },
            EventType.TimerCreated => new TimerCreatedEvent(ReadInt(), Ticks.ToUtc(ReadLong())),
            EventType.EventSent => new EventSentEvent(ReadInt())
            {
                InstanceId = ReadText(),
                Name = ReadText(),
                Input = ReadText(),
            },
            EventType.ExecutionCompleted =>
                new ExecutionCompletedEvent(ReadInt(), null, (OrchestrationStatus)data[position++]),
            _ => ReadArrival(type),
        };
    }

    public FailureDetails? ReadFailure()
    {
        var kind = data[position++];
        if (kind == 0) return null;
        return new(ReadText() ?? "", ReadText() ?? "", ReadText(), ReadFailure(), isNonRetriable: kind == 2);
    }

    private HistoryEvent ReadArrival(EventType type)
    {
        switch (type)
        {
            case EventType.TimerFired:
                return new TimerFiredEvent(-1) { TimerId = ReadInt() };
            case EventType.TaskCompleted:
                return new TaskCompletedEvent(-1, ReadInt(), ReadText());
            case EventType.TaskFailed:
                var (task, why) = (ReadInt(), ReadFailure());
                return new TaskFailedEvent(-1, task, why?.ErrorMessage, null, why);
            case EventType.SubOrchestrationInstanceCompleted:
                return new SubOrchestrationInstanceCompletedEvent(-1, ReadInt(), ReadText());
            case EventType.SubOrchestrationInstanceFailed:
                var (sub, reason) = (ReadInt(), ReadFailure());
                return new SubOrchestrationInstanceFailedEvent(-1, sub, reason?.ErrorMessage, null, reason);
            case EventType.EventRaised:
                var name = ReadText();
                return new EventRaisedEvent(-1, ReadText()) { Name = name };
            case EventType.ExecutionSuspended:
                return new ExecutionSuspendedEvent(-1, ReadText());
            case EventType.ExecutionResumed:
                return new ExecutionResumedEvent(-1, ReadText());
            case EventType.ExecutionTerminated:
                return new ExecutionTerminatedEvent(-1, ReadText());
            default:
                throw new InvalidDataException($"The history holds an event of unknown type {type}.");
        }
    }

    private int ReadInt() => (int)ReadLong();

    private long ReadLong()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = data[position++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return unchecked((long)value);
        }
    }

    private string? ReadText()
    {
        var size = ReadInt();
        if (size == 0) return null;
        position += size - 1;
        return Encoding.UTF8.GetString(data.Slice(position - (size - 1), size - 1));
    }
}
