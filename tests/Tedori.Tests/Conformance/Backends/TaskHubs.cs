using DurableTask.AzureStorage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>Task hubs of Durable Functions in Azurite: small, and looked at often.</summary>
internal static class TaskHubs
{
    public static string NewName() => "t" + Guid.NewGuid().ToString("N")[..20];

    // A message that was taken and not done with comes again after this time. On Azure it is five minutes.
    private static readonly TimeSpan Taken = TimeSpan.FromSeconds(10);

    /// <summary>The hub, made where it is not there.</summary>
    public static async Task<AzureStorageOrchestrationService> OpenAsync(string connectionString, string name)
    {
        var service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            StorageAccountClientProvider = new StorageAccountClientProvider(connectionString),
            TaskHubName = name,
            WorkerId = "worker",
            PartitionCount = 1,
            UseAppLease = false,
            UseTablePartitionManagement = true,
            LeaseAcquireInterval = TimeSpan.FromMilliseconds(500),
            LeaseRenewInterval = TimeSpan.FromSeconds(1),
            LeaseInterval = TimeSpan.FromSeconds(15),
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(100),
            ControlQueueVisibilityTimeout = Taken,
            WorkItemQueueVisibilityTimeout = Taken,
            // As Durable Functions sets it.
            ThrowExceptionOnInvalidDedupeStatus = true,
            CustomMessageTypeBinder = new MessageTypes(),
            LoggerFactory = NullLoggerFactory.Instance,
        });
        await service.CreateIfNotExistsAsync();
        return service;
    }
}
