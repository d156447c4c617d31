using NodaTime;

namespace Tedori.Benchmarks.Figures;

/// <summary>What was measured, for one table.</summary>
/// <param name="Day">When.</param>
/// <param name="Cores">On how many cores.</param>
/// <param name="Rows">The rows.</param>
internal sealed record FigureSet(LocalDate Day, int Cores, IReadOnlyList<IReadOnlyList<Figure>> Rows);
