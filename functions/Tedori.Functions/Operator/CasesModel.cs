using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Functions.Operator;

/// <summary>A page of the cases of a round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Cases">The cases on this page.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
public sealed record CasesModel(RoundId Round, IReadOnlyList<CaseState> Cases, int Page, int Pages);
