using Tedori.Programme;

namespace Tedori.Benchmarks;

/// <summary>What a run of <c>bench-draw</c> took. Times in milliseconds.</summary>
internal sealed record DrawBenchResult(
    int Entries, long Sealing, long Drawing, long Writing, long Total, long PeakMib, int Processors, Hash256 Root);
