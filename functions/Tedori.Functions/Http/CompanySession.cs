using NodaTime;
using Tedori.Programme.Access;

namespace Tedori.Functions.Http;

/// <summary>The session of a company with one case.</summary>
/// <param name="Link">What the link said that began it.</param>
/// <param name="Id">Tells it apart; it stays the same while it is renewed.</param>
/// <param name="Ends">When it ends unless it is used, exclusive.</param>
public sealed record CompanySession(CaseLink Link, string Id, Instant Ends);
