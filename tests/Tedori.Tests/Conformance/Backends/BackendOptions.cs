using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>What a spec asks of its back end beyond the orchestrators and activities.</summary>
public sealed record BackendOptions
{
    /// <summary>The version of instances that are started without one.</summary>
    public string? Version { get; init; }

    /// <summary>Where replay-safe loggers write.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>The longest timer that is set in one piece; null for the platform's own.</summary>
    public TimeSpan? MaximumTimerInterval { get; init; }

    /// <summary>How payloads are written; null for the SDK's own way.</summary>
    public DataConverter? Converter { get; init; }
}
