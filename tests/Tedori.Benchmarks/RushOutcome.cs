namespace Tedori.Benchmarks;

/// <summary>One entry of a rush.</summary>
/// <param name="Number">Which of the rush it was, from 0.</param>
/// <param name="Receipt">The receipt number that its receipt shows, or null where it was not acknowledged.</param>
/// <param name="Status">Status of the answer to the entry.</param>
/// <param name="Elapsed">From the first byte of the entry's request to the last byte of its answer.</param>
public sealed record RushOutcome(int Number, string? Receipt, int Status, TimeSpan Elapsed);
