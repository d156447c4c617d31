using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using NodaTime;
using Tedori.Engine;
using Tedori.Testing.Engine;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>The engine of one machine on a clock that stands still until a spec lets it go on.</summary>
internal sealed class EngineBackend(Action<DurableTaskRegistry> register, BackendOptions options)
    : Backend(register, options)
{
    private EngineFixture fixture = null!;

    public override DurableTaskClient Client => fixture.Client;

    public override DateTimeOffset Now => fixture.Time.GetCurrentInstant().ToDateTimeOffset();

    public override async Task OpenAsync() => fixture = await EngineFixture.StartAsync(Register, With);

    public override Task SettleAsync() => fixture.IdleAsync();

    public override Task PassAsync(TimeSpan time) => fixture.AdvanceAsync(Duration.FromTimeSpan(time));

    public override async Task<OrchestrationMetadata> UntilAsync(string id, Func<OrchestrationMetadata, bool> reached)
    {
        while (true)
        {
            await fixture.IdleAsync();
            var found = await Client.GetInstanceAsync(id, getInputsAndOutputs: true);
            if (found is not null && reached(found))
                return found;
            if (fixture.Engine.NextDue is not { } due)
                throw Xunit.Sdk.FailException.ForFailure(Missed(id, found));
            fixture.Time.AdvanceTo(due);
        }
    }

    public override void AssertWaited(TimeSpan asked, TimeSpan waited) => Assert.Equal(asked, waited);

    public override ValueTask DisposeAsync() => fixture.DisposeAsync();

    protected override Task ReopenAsync() => fixture.ReopenAsync(Register, With);

    private EngineOptions With(EngineOptions of) => of with
    {
        Version = Options.Version ?? of.Version,
        LoggerFactory = Options.LoggerFactory,
        MaximumTimerInterval = Options.MaximumTimerInterval ?? of.MaximumTimerInterval,
        DataConverter = Options.Converter ?? JsonDataConverter.Default,
    };
}
