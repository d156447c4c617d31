using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Durable;

/// <summary>Instance ids and event names. Storage format: a change strands running instances.</summary>
public static class InstanceNames
{
    /// <summary>The event that tells any orchestration to read its record again.</summary>
    public const string Changed = "changed";

    /// <summary>What the instance id of every canary begins with.</summary>
    public const string Canaries = "canary-";

    /// <summary>What the instance id of all work on many cases begins with.</summary>
    public const string Bulks = "bulk-";

    /// <summary>Instance id of a round, for example <c>round-r7-07</c>.</summary>
    public static string Of(RoundId round) => $"round-{round}";

    /// <summary>Instance id of the canary that is due then, for example <c>canary-20250519T013000Z</c>.</summary>
    public static string OfCanary(Instant due) => $"{Canaries}{CanaryId.Of(due)}";
}
