using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tedori.Engine;

/// <content>Opening, starting and closing.</content>
internal sealed partial class Dispatcher
{
    private readonly Runtime runtime;
    private readonly ActivityHost activities;
    private readonly RowReader reader;
    private readonly BatchWriter writer;
    private readonly List<string> unfinished = [];
    private Thread thread;
    private long lastKey;

    public Dispatcher(EngineOptions options, RowWriter rows, RowReader reader)
    {
        this.options = options;
        this.reader = reader;
        home = new(this);
        logger = (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger<DurableEngine>();
        var shims = Runtime.ShimsFor(options.DataConverter, options.MaximumTimerInterval, options.Version);
        runtime = new Runtime
        {
            Orchestrators = Runtime.ByName(options.Registry.GetOrchestrators()),
            Services = options.Services,
            Converter = options.DataConverter,
            MaximumTimerInterval = options.MaximumTimerInterval,
            Shims = shims,
            LoggerFactory = options.LoggerFactory,
            Strayed = (id, key, execution) => Post(new Strayed(id, key, execution)),
        };
        activities = new ActivityHost
        {
            Activities = Runtime.ByName(options.Registry.GetActivities()),
            Services = options.Services,
            Scopes = options.Services.GetService<IServiceScopeFactory>(),
            Shims = shims,
            Finished = Post,
        };
        Recover();
        writer = new BatchWriter(
            rows, options.Observer, (batch, error) => Post(new Written(batch, error), evenWhenStopping: true));
        options.Timeline.Moved += NoticeMove;
        watch = new Timer(_ => Watch(), null, options.BlockedAfter, options.BlockedAfter / 4);
        thread = new Thread(Run) { IsBackground = true, Name = "engine dispatcher" };
        thread.Start();
    }

    public void Start() => Post(new DispatchOrder());

    public void Dispose()
    {
        options.Timeline.Moved -= NoticeMove;
        lock (gate)
        {
            stopping = true;
            Monitor.Pulse(gate);
        }
        // Another thread may take a blocked one's place meanwhile: never wait for one of them only.
        while (!Volatile.Read(ref thread).Join(50))
        {
        }
        watch.Dispose();
        writer.Close();
        var closed = new ObjectDisposedException(nameof(DurableEngine));
        List<Message> late;
        lock (gate)
        {
            ended = true;
            late = incoming;
            incoming = [];
            foreach (var waiter in idleWaiters) waiter.Idle.TrySetException(closed);
            idleWaiters.Clear();
        }
        foreach (var message in late) message.Reject(closed);
        FailWaiters(closed);
        reader.Dispose();
    }

    /// <summary>Notes what was left to do; it is taken up when dispatching begins.</summary>
    private void Recover()
    {
        lastKey = reader.LastKey();
        foreach (var (key, id, wake) in reader.Waking())
        {
            if (wake == 0) unfinished.Add(id);
            else queue.Set(key, id, wake);
        }
    }

    private void BeginDispatching()
    {
        if (started) return;
        started = true;
        foreach (var id in unfinished)
        {
            if (Find(id) is not { Live: { } live } instance) continue;
            foreach (var call in live.OpenActivities.Values)
            {
                outstanding++;
                Launch(new ActivityWork(instance, call, activities));
            }
            Touch(instance);
        }
        unfinished.Clear();
    }

    private void NoticeMove() => Post(new ClockMoved());

    private sealed class DispatchOrder : Message
    {
        public override void Apply(Dispatcher dispatcher) => dispatcher.BeginDispatching();
    }

    private sealed class ClockMoved : Message
    {
        public override void Apply(Dispatcher dispatcher)
        {
        }
    }

    private sealed class Written(Batch batch, Exception? error) : Message
    {
        public override void Apply(Dispatcher dispatcher) => dispatcher.Settle(batch, error);

        public override void Reject(Exception reason)
        {
            foreach (var request in batch.Requests) request.Reject(reason);
        }
    }

    private sealed class Strayed(string id, long key, int execution) : Message
    {
        public override void Apply(Dispatcher dispatcher) => dispatcher.FailStrayed(id, key, execution);
    }
}
