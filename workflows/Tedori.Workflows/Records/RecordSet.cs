namespace Tedori.Workflows.Records;

/// <summary>One table per kind of record. Names are storage format.</summary>
public enum RecordSet
{
    /// <summary>A partition per case: snapshot, events, attempts, outbox, notices, evidence manifest.</summary>
    Cases,

    /// <summary>A partition per round: its state, its entries, its draw, its places.</summary>
    Rounds,

    /// <summary>Partitions of the office: tasks for staff, serial numbers, settings.</summary>
    Office,
}
