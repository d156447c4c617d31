using System.Text;
using Microsoft.DurableTask;

namespace Tedori.Engine;

/// <summary>Reads the entries that <see cref="LogWriter"/> wrote.</summary>
internal ref struct LogReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int position;

    public readonly bool AtEnd => position >= data.Length;

    public EntryKind ReadKind() => (EntryKind)data[position++];

    public Inbound ReadInbound(EntryKind kind) => kind switch
    {
        EntryKind.Started => Inbound.Started,
        EntryKind.TimerFired => new(kind, ReadInt()),
        EntryKind.ActivityCompleted or EntryKind.SubCompleted => new(kind, ReadInt(), Payload: ReadBytes()),
        EntryKind.ActivityFailed or EntryKind.SubFailed => new(kind, ReadInt(), Failure: ReadFailure()),
        EntryKind.EventRaised or EntryKind.Suspended or EntryKind.Resumed or EntryKind.Terminated =>
            new(kind, Name: ReadText(), Payload: ReadBytes()),
        _ => throw new InvalidDataException($"The history holds an entry of unknown kind {kind}."),
    };

    public (long At, List<TurnAction> Actions) ReadTurn()
    {
        var at = ReadLong();
        var count = ReadInt();
        var actions = new List<TurnAction>(count);
        for (var i = 0; i < count; i++) actions.Add(ReadAction());
        return (at, actions);
    }

    public TaskFailureDetails? ReadFailure()
    {
        if (data[position++] == 0) return null;
        return new(ReadText() ?? "", ReadText() ?? "", ReadText(), ReadFailure(), null);
    }

    private TurnAction ReadAction()
    {
        var kind = (ActionKind)data[position++];
        var id = ReadInt();
        switch (kind)
        {
            case ActionKind.CallActivity:
                var name = ReadText() ?? "";
                var version = ReadText();
                return new(kind, id, name, Payload: ReadBytes(), Version: version);
            case ActionKind.CreateTimer:
                return new(kind, id, Due: ReadLong());
            case ActionKind.CallSubOrchestrator or ActionKind.SendEvent:
                return new(kind, id, ReadText() ?? "", ReadText());
            case ActionKind.ContinueAsNew or ActionKind.Complete or ActionKind.Fail:
                return new(kind, id);
            default:
                throw new InvalidDataException($"The history holds an action of unknown kind {kind}.");
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

    private byte[]? ReadBytes()
    {
        var size = ReadInt();
        if (size == 0) return null;
        position += size - 1;
        return data.Slice(position - (size - 1), size - 1).ToArray();
    }

    private string? ReadText()
    {
        var size = ReadInt();
        if (size == 0) return null;
        position += size - 1;
        return Encoding.UTF8.GetString(data.Slice(position - (size - 1), size - 1));
    }
}
