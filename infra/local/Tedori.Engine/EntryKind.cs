namespace Tedori.Engine;

/// <summary>What an entry of a history records. The numbers are storage format.</summary>
internal enum EntryKind : byte
{
    Started = 1,
    ActivityCompleted = 2,
    ActivityFailed = 3,
    TimerFired = 4,
    EventRaised = 5,
    SubCompleted = 6,
    SubFailed = 7,
    Suspended = 8,
    Resumed = 9,
    Terminated = 10,
    Turn = 20,
}
