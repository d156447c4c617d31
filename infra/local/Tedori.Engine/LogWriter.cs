using System.Text;
using DurableTask.Core;
using DurableTask.Core.History;

namespace Tedori.Engine;

/// <summary>
/// Appends history events to a buffer in the compact form in which they are stored: the SDK's number of the event's
/// type, then what cannot be told from the instance. What arrived stands before the start of the turn that took it.
/// </summary>
internal sealed class LogWriter
{
    private byte[] buffer = new byte[32];

    public int Length { get; private set; }

    public void Write(HistoryEvent entry)
    {
        Put((byte)entry.EventType);
        switch (entry)
        {
            case ExecutionStartedEvent:
                break;
            case TaskScheduledEvent task:
                Write(task);
                break;
            case SubOrchestrationInstanceCreatedEvent sub:
                Write(sub);
                break;
            case TimerCreatedEvent timer:
                Put(timer.EventId);
                Put(Ticks.Of(timer.FireAt));
                break;
            case EventSentEvent sent:
                Put(sent.EventId);
                Put(sent.InstanceId);
                Put(sent.Name);
                Put(sent.Input);
                break;
            case ExecutionCompletedEvent end:
                Put(end.EventId);
                Put((byte)end.OrchestrationStatus);
                break;
            default:
                WriteArrival(entry);
                break;
        }
    }

    /// <summary>Writes the start of a turn, which takes all that arrived before it.</summary>
    public void WriteTurn(long at)
    {
        Put((byte)EventType.OrchestratorStarted);
        Put(at);
    }

    public void Put(FailureDetails? failure)
    {
        Put(failure is null ? (byte)0 : failure.IsNonRetriable ? (byte)2 : (byte)1);
        if (failure is null) return;
        Put(failure.ErrorType);
        Put(failure.ErrorMessage);
        Put(failure.StackTrace);
        Put(failure.InnerFailure);
    }

    /// <summary>The bytes written so far; the buffer begins anew.</summary>
    public byte[] Take()
    {
        var taken = buffer.AsSpan(0, Length).ToArray();
        Length = 0;
        return taken;
    }

    public void Clear() => Length = 0;

    private void WriteArrival(HistoryEvent entry)
    {
        switch (entry)
        {
            case TimerFiredEvent timer:
                Put(timer.TimerId);
                break;
            case TaskCompletedEvent task:
                Put(task.TaskScheduledId);
                Put(task.Result);
                break;
            case TaskFailedEvent task:
                Put(task.TaskScheduledId);
                Put(task.FailureDetails);
                break;
            case SubOrchestrationInstanceCompletedEvent sub:
                Put(sub.TaskScheduledId);
                Put(sub.Result);
                break;
            case SubOrchestrationInstanceFailedEvent sub:
                Put(sub.TaskScheduledId);
                Put(sub.FailureDetails);
                break;
            case EventRaisedEvent raised:
                Put(raised.Name);
                Put(raised.Input);
                break;
            case ExecutionSuspendedEvent order:
                Put(order.Reason);
                break;
            case ExecutionResumedEvent order:
                Put(order.Reason);
                break;
            case ExecutionTerminatedEvent order:
                Put(order.Input);
                break;
            default:
                throw new InvalidOperationException($"The engine stores no {entry.EventType}.");
        }
    }

    private void Write(TaskScheduledEvent task)
    {
        Put(task.EventId);
        Put(task.Name);
        Put(task.Version);
        Put(task.Input);
    }

    private void Write(SubOrchestrationInstanceCreatedEvent sub)
    {
        Put(sub.EventId);
        Put(sub.Name);
        Put(sub.Version);
        Put(sub.InstanceId);
    }

    private void Put(byte value)
    {
        Reserve(1);
        buffer[Length++] = value;
    }

    private void Put(long value)
    {
        Reserve(10);
        var rest = unchecked((ulong)value);
        while (rest >= 0x80)
        {
            buffer[Length++] = unchecked((byte)(rest | 0x80));
            rest >>= 7;
        }
        buffer[Length++] = (byte)rest;
    }

    private void Put(string? value)
    {
        if (value is null)
        {
            Put(0L);
            return;
        }
        var size = Encoding.UTF8.GetByteCount(value);
        Put(size + 1L);
        Reserve(size);
        Length += Encoding.UTF8.GetBytes(value, buffer.AsSpan(Length));
    }

    private void Reserve(int more)
    {
        if (buffer.Length - Length < more) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + more));
    }
}
