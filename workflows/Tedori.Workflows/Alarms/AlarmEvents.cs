using Microsoft.Extensions.Logging;

namespace Tedori.Workflows.Alarms;

/// <summary>Numbers of the lines that the log has of alarms, so that they can be asked for. Never given anew.</summary>
public static class AlarmEvents
{
    /// <summary>An alarm, each day that it lasts.</summary>
    public static readonly EventId Raised = new(4601, nameof(Raised));

    /// <summary>An alarm is over.</summary>
    public static readonly EventId Over = new(4602, nameof(Over));

    /// <summary>A mail about an alarm could not be handed over: what it says is known here alone.</summary>
    public static readonly EventId Unsent = new(4603, nameof(Unsent));

    /// <summary>Something that an alarm looks at cannot be read.</summary>
    public static readonly EventId Unread = new(4604, nameof(Unread));
}
