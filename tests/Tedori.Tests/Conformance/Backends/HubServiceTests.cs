using DurableTask.Core;
using DurableTask.Core.History;
using Moq;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>What the service of the suite keeps from Microsoft's test server, which would wait for it without end.</summary>
public sealed class HubServiceTests
{
    private readonly Mock<IOrchestrationService> inner = new(MockBehavior.Strict);

    [Fact]
    public async Task LockNext_OfAnActivityThatIsAtWork_GivesItBackUntilItIsDone()
    {
        TaskActivityWorkItem[] coming = [Item("a", 0), Item("a", 0), Item("a", 1), Item("b", 0), Item("a", 0)];
        var next = 0;
        inner.Setup(s => s.LockNextTaskActivityWorkItem(It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => coming[next++]);
        inner.Setup(s => s.AbandonTaskActivityWorkItemAsync(coming[1])).Returns(Task.CompletedTask);
        inner.Setup(s => s.CompleteTaskActivityWorkItemAsync(coming[0], It.IsAny<TaskMessage>())).Returns(Task.CompletedTask);
        var service = new HubService(inner.Object).Service;

        Assert.Same(coming[0], await NextAsync(service));
        Assert.Same(coming[2], await NextAsync(service));
        Assert.Same(coming[3], await NextAsync(service));
        inner.Verify(s => s.AbandonTaskActivityWorkItemAsync(coming[1]), Times.Once);

        await service.CompleteTaskActivityWorkItemAsync(coming[0], new());
        Assert.Same(coming[4], await NextAsync(service));
    }

    [Fact]
    public async Task LockNext_OfAnActivityThatWasGivenBack_HandsItOutAgain()
    {
        TaskActivityWorkItem[] coming = [Item("a", 0), Item("a", 0)];
        var next = 0;
        inner.Setup(s => s.LockNextTaskActivityWorkItem(It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => coming[next++]);
        inner.Setup(s => s.AbandonTaskActivityWorkItemAsync(coming[0])).Returns(Task.CompletedTask);
        var service = new HubService(inner.Object).Service;

        await service.AbandonTaskActivityWorkItemAsync((await NextAsync(service))!);

        Assert.Same(coming[1], await NextAsync(service));
    }

    private static Task<TaskActivityWorkItem> NextAsync(IOrchestrationService service) =>
        service.LockNextTaskActivityWorkItem(TimeSpan.Zero, CancellationToken.None);

    private static TaskActivityWorkItem Item(string instance, int activity) => new()
    {
        TaskMessage = new()
        {
            OrchestrationInstance = new() { InstanceId = instance },
            Event = new TaskScheduledEvent(activity),
        },
    };
}
