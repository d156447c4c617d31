using Tedori.Programme;

namespace Tedori.Local.Season;

/// <summary>An expert visit that is going to take place.</summary>
internal sealed record VisitPlan(CaseId CaseId, int Number);
