using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Tedori.Engine;

/// <summary>One execution of an orchestrator's code: what it may ask for, and what reaches it.</summary>
internal sealed partial class OrchestrationContext : TaskOrchestrationContext
{
    private static readonly Guid GuidNamespace = new("9e952958-5e33-4daf-827f-2fa12937b875");

    private readonly Instance instance;
    private readonly Runtime runtime;
    private readonly TurnScheduler scheduler;
    private readonly List<TurnAction> actions = [];
    private object? input;
    private long now;
    private int nextId;
    private int guids;
    private volatile bool abandoned;

    public OrchestrationContext(Instance instance, Runtime runtime)
    {
        this.instance = instance;
        this.runtime = runtime;
        var (id, key, execution) = (instance.Id, instance.Key, instance.Execution);
        scheduler = new TurnScheduler(() => runtime.Strayed(id, key, execution));
    }

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override string Version => instance.Version;

    public override ParentOrchestrationInstance? Parent =>
        instance.Parent is { } parent ? new(parent.Name, parent.Id) : null;

    public override DateTime CurrentUtcDateTime => Instant.FromUnixTimeTicks(now).ToDateTimeUtc();

    public override bool IsReplaying => Replaying;

    protected override ILoggerFactory LoggerFactory => runtime.LoggerFactory ?? NullLoggerFactory.Instance;

    public override T? GetInput<T>()
        where T : default => input switch
        {
            null => default,
            T typed => typed,
            // A wrapper is registered without its type: it says here what it takes.
            JsonElement untyped => untyped.Deserialize<T>(runtime.Payloads.Options),
            _ => (T)input,
        };

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureTurn();
        var status = runtime.Payloads.Write(customStatus);
        if (!Replaying) instance.SetCustomStatus(status);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        EnsureTurn();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var bytes = runtime.Payloads.Write(payload);
        actions.Add(new(ActionKind.SendEvent, nextId++, eventName, instanceId, bytes));
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions
        {
            NewInput = newInput,
            PreserveUnprocessedEvents = preserveUnprocessedEvents,
        });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        EnsureTurn();
        ArgumentNullException.ThrowIfNull(options);
        Renewal = new(runtime.Payloads.Write(options.NewInput), options.NewVersion, options.PreserveUnprocessedEvents);
    }

    /// <remarks>Guessable by design: made from the instance, the execution, the time and a counter.</remarks>
    public override Guid NewGuid()
    {
        EnsureTurn();
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{InstanceId}_{instance.Execution}_{CurrentUtcDateTime:o}_{guids++}");
        Span<byte> source = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        GuidNamespace.TryWriteBytes(source, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(name, source[16..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(source[..length], hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>From now on the code may ask for nothing more: its turn blocked and was given up.</summary>
    public void Abandon() => abandoned = true;

    private void EnsureTurn()
    {
        if (scheduler.InTurn && !abandoned) return;
        scheduler.Stray();
        throw new ForeignAwaitException(instance.Name, instance.Id);
    }
}
