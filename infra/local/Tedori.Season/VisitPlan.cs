using Tedori.Programme;

namespace Tedori.Season;

/// <summary>An expert visit that is going to take place.</summary>
internal sealed record VisitPlan(CaseId CaseId, int Number);
