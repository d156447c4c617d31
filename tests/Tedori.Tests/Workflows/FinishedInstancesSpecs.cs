using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;
using Tedori.Testing.Office;
using Tedori.Workflows.Durable;

namespace Tedori.Tests.Workflows;

/// <summary>One orchestration that does not go keeps no other from going.</summary>
public sealed class FinishedInstancesSpecs
{
    private readonly TestOffice office = new();
    private readonly Mock<DurableTaskClient> client = new("client");

    [Fact]
    public async Task Purge_OneThatFails_DropsAllOthersAndSaysSo()
    {
        var ids = Enumerable.Range(1, 40).Select(n => $"{InstanceNames.Canaries}{n:00}").ToList();
        client.Setup(c => c.GetAllInstancesAsync(It.IsAny<OrchestrationQuery>())).Returns(Pageable.Create(
            (_, _, _) => Task.FromResult(new Page<OrchestrationMetadata>(
                [.. ids.Select(id => new OrchestrationMetadata("canary", id))]))));
        client.Setup(c => c.PurgeInstanceAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new PurgeResult(1));
        client.Setup(c => c.PurgeInstanceAsync(ids[2], It.IsAny<CancellationToken>()))
            .ThrowsAsync(new IOException("leased"));

        var failure = await Assert.ThrowsAsync<AggregateException>(
            () => new FinishedInstances(new() { Client = client.Object }, office.Clock).PurgeAsync());

        Assert.Contains("39", failure.Message, StringComparison.Ordinal);
        Assert.All(ids, id => client.Verify(c => c.PurgeInstanceAsync(id, It.IsAny<CancellationToken>()), Times.Once));
    }
}
