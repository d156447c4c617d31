using Tedori.Programme;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Composition.Startup;

/// <summary>Reserves no receipt number of a real round.</summary>
internal sealed class WarmUpBounds : INumberBounds
{
    public Task<int> HighestAsync(RoundId round, CancellationToken cancellation = default) => Task.FromResult(0);

    public Task<int> RaiseAsync(RoundId round, int number, CancellationToken cancellation = default) =>
        Task.FromResult(number);
}
