using DurableTask.AzureStorage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>Task hubs of Durable Functions in Azurite: small, and looked at often.</summary>
internal static class TaskHubs
{
    public static string NewName() => "t" + Guid.NewGuid().ToString("N")[..20];

    /// <summary>The hub, made where it is not there. Its messages come again so long after they were taken.</summary>
    public static async Task<AzureStorageOrchestrationService> OpenAsync(
        string connectionString, string name, TimeSpan? taken = null)
    {
        var service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            StorageAccountClientProvider = new StorageAccountClientProvider(connectionString),
            TaskHubName = name,
            WorkerId = "worker",
            PartitionCount = 1,
            UseAppLease = false,
            UseTablePartitionManagement = true,
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(100),
            ControlQueueVisibilityTimeout = taken ?? TimeSpan.FromMinutes(5),
            WorkItemQueueVisibilityTimeout = taken ?? TimeSpan.FromMinutes(5),
            LoggerFactory = NullLoggerFactory.Instance,
        });
        await service.CreateIfNotExistsAsync();
        return service;
    }
}
