using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>Something that keeps a round's list from being frozen for a while.</summary>
public interface ISealingHold
{
    /// <summary>Whether a round waits for something that was proposed before its list was to be frozen.</summary>
    Task<bool> HoldsAsync(RoundId round, CancellationToken cancellation = default);
}
