namespace Tedori.Programme.Alarms;

/// <summary>What an alarm is about. Names are storage format.</summary>
public enum AlarmKind
{
    /// <summary>Result notices of a round may not leave in time.</summary>
    Results,

    /// <summary>What was handed to the mail server does not arrive, as far as its reports say.</summary>
    Delivery,

    /// <summary>The mail server takes nothing.</summary>
    HandOver,

    /// <summary>Orchestrations failed and were neither restarted nor purged.</summary>
    Instances,

    /// <summary>No sweep has ended for too long.</summary>
    Sweeper,

    /// <summary>Something that an alarm looks at cannot be read.</summary>
    Unread,
}
