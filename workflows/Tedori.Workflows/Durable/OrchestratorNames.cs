namespace Tedori.Workflows.Durable;

/// <summary>What orchestrators are started by: the names of their classes. Storage format.</summary>
public static class OrchestratorNames
{
    /// <summary>The path of one case.</summary>
    public const string Case = "CaseOrchestrator";

    /// <summary>The path of one round.</summary>
    public const string Round = "RoundOrchestrator";

    /// <summary>One notice, from the outbox to its delivery.</summary>
    public const string Notice = "NoticeOrchestrator";

    /// <summary>One deadline that must fire.</summary>
    public const string Canary = "CanaryOrchestrator";

    /// <summary>Work on many cases, item by item.</summary>
    public const string Bulk = "BulkOrchestrator";
}
