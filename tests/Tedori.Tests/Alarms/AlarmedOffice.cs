using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Moq;
using NodaTime;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Functions.Mail;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Alarms;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Alarms;

/// <summary>An office whose sweeper comes and whose orchestrations can fail, looked at every quarter of an hour.</summary>
internal sealed class AlarmedOffice
{
    private static readonly Duration Quarter = Duration.FromMinutes(15);
    private readonly Mock<DurableTaskClient> client = new("client");

    public AlarmedOffice(string now = "2025-05-19T09:00:00", string? to = null)
    {
        client.Setup(c => c.GetAllInstancesAsync(It.IsAny<OrchestrationQuery>())).Returns(() => Unreadable
            ? throw new IOException("The task hub is away.")
            : Pageable.Create((_, _, _) => Task.FromResult(new Page<OrchestrationMetadata>(
                [.. Enumerable.Range(1, Failed).Select(n => new OrchestrationMetadata("case", $"r7-01-{n:00000}"))]))));
        Office = new(now, add: services =>
        {
            services.AddSingleton(new DurableClientAccessor { Client = client.Object })
                .AddSingleton<ILogger<OfficeAlarms>>(Log).AddSingleton<ILogger<AlarmMails>>(MailLog)
                .AddSingleton<IAlarmRenderer>(Renderer).AddSingleton(new AlarmSettings(to));
        });
    }

    public TestOffice Office { get; }

    public FakeLogger<OfficeAlarms> Log { get; } = new();

    public FakeLogger<AlarmMails> MailLog { get; } = new();

    /// <summary>How many orchestrations failed.</summary>
    public int Failed { get; set; }

    /// <summary>Whether the task hub cannot be asked.</summary>
    public bool Unreadable { get; set; }

    /// <summary>Whether the sweeper comes every five minutes.</summary>
    public bool Sweeps { get; set; } = true;

    public FakeMail Mail => Office.Mail;

    public OfficeAlarms Alarms => Office.Get<OfficeAlarms>();

    /// <summary>Ids of the mails that the server has, in the order in which it took them.</summary>
    public IReadOnlyList<string> Mailed => [.. Mail.Taken.Select(m => m.NoticeId)];

    private static AlarmRenderer Renderer { get; } = new ServiceCollection().AddPages("/no/such/font.ttf").AddLogging()
        .AddSingleton(new PublicAddress(new Uri("https://tedori.example/"))).BuildServiceProvider()
        .GetRequiredService<IAlarmRenderer>() as AlarmRenderer ?? throw new InvalidOperationException();

    /// <summary>Looks every quarter of an hour, as the timer does, up to a time (inclusive).</summary>
    public async Task LookUntilAsync(string local)
    {
        for (; Office.Now <= Tokyo.At(local); Office.Clock.Advance(Quarter))
            await LookAsync();
    }

    /// <summary>One look, with a sweep just before it where the sweeper comes.</summary>
    public async Task LookAsync()
    {
        if (Sweeps)
            await Office.Get<SweepLog>().KeepAsync(await Office.Sweeper.SweepAsync());
        await Alarms.LookAsync();
    }

    public async Task<IReadOnlyList<string>> OpenAsync() => [.. (await Alarms.OpenAsync()).Select(o => o.Alarm.Key)];
}
