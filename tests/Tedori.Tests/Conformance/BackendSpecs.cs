using System.Runtime.CompilerServices;
using Microsoft.DurableTask;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

/// <summary>
/// Specs of Durable Task that every back end keeps, except where <see cref="Differences"/> has a row: there the spec
/// must fail in the way that the row says, so that a difference that is gone is noticed.
/// </summary>
public abstract class BackendSpecs(BackendKind kind, HubEmulator? emulator)
{
    private const int SpecLimit = 60;

    protected async Task SpecAsync(
        Action<DurableTaskRegistry> register, Func<Backend, Task> spec, BackendOptions? options = null,
        [CallerMemberName] string name = "")
    {
        _ = emulator?.ConnectionString;
        var group = GetType().BaseType!.Name;
        if (Differences.Of(group, name, kind) is not { } difference)
        {
            await RunAsync(register, spec, options ?? new(), TimeSpan.FromSeconds(SpecLimit));
            return;
        }

        var failure = await Record.ExceptionAsync(
            () => RunAsync(register, spec, options ?? new(), TimeSpan.FromSeconds(4)));
        Assert.True(failure is not null, $"{kind} keeps {group}.{name} now: take its row out of the differences.");
        Assert.Contains(difference.Symptom, failure.ToString(), StringComparison.Ordinal);
    }

    private async Task RunAsync(
        Action<DurableTaskRegistry> register, Func<Backend, Task> spec, BackendOptions options, TimeSpan limit)
    {
        await using var backend = Make(register, options, limit);
        await backend.OpenAsync();
        await spec(backend);
    }

    private protected Backend Make(Action<DurableTaskRegistry> register, BackendOptions options, TimeSpan limit)
    {
        return kind switch
        {
            BackendKind.Engine => new EngineBackend(register, options) { Limit = limit },
            BackendKind.InMemory => new InMemoryBackend(register, options) { Limit = limit },
            _ => OnAzureStorage(),
        };

        Backend OnAzureStorage() =>
            new AzureStorageBackend(emulator!.ConnectionString, TaskHubs.NewName(), register, options) { Limit = limit };
    }
}
