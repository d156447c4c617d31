using System.Text;
using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <summary>Appends history entries to a buffer in the compact form in which they are stored.</summary>
internal sealed class LogWriter
{
    private byte[] buffer = new byte[32];

    public int Length { get; private set; }

    public void Write(Inbound entry)
    {
        Put((byte)entry.Kind);
        switch (entry.Kind)
        {
            case EntryKind.Started:
                break;
            case EntryKind.TimerFired:
                Put(entry.Id);
                break;
            case EntryKind.ActivityCompleted or EntryKind.SubCompleted:
                Put(entry.Id);
                Put(entry.Payload);
                break;
            case EntryKind.ActivityFailed or EntryKind.SubFailed:
                Put(entry.Id);
                Put(entry.Failure);
                break;
            default:
                Put(entry.Name);
                Put(entry.Payload);
                break;
        }
    }

    public void WriteTurn(long at, IReadOnlyList<TurnAction> actions)
    {
        Put((byte)EntryKind.Turn);
        Put(at);
        Put(actions.Count);
        for (var i = 0; i < actions.Count; i++) Write(actions[i]);
    }

    public void Put(TaskFailureDetails? failure)
    {
        Put(failure is null ? (byte)0 : (byte)1);
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

    private void Write(TurnAction action)
    {
        Put((byte)action.Kind);
        Put(action.Id);
        switch (action.Kind)
        {
            case ActionKind.CallActivity:
                Put(action.Name);
                Put(action.Version);
                Put(action.Payload);
                break;
            case ActionKind.CreateTimer:
                Put(action.Due);
                break;
            case ActionKind.CallSubOrchestrator or ActionKind.SendEvent:
                Put(action.Name);
                Put(action.Target);
                break;
        }
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

    private void Put(byte[]? value)
    {
        Put(value is null ? 0L : value.Length + 1L);
        if (value is null) return;
        Reserve(value.Length);
        value.CopyTo(buffer, Length);
        Length += value.Length;
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
