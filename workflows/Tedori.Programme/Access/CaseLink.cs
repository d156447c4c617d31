using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Access;

/// <summary>What a signed link to a case (署名付きリンク) says, and the session that came from it.</summary>
/// <param name="CaseId">The case it opens.</param>
/// <param name="Generation">The generation of links it belongs to, from 1.</param>
/// <param name="Notice">
/// The notice that carries it: by this it is voided alone. Null in a link that was made before links were told apart.
/// </param>
public sealed record CaseLink(CaseId CaseId, int Generation, NoticeId? Notice = null)
{
    /// <summary>How long a link opens its case. Every later mail carries a new one.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(180);

    /// <summary>The mark of the case (<see cref="CaseBinding"/>); null in a link that was made before there was one.</summary>
    public string? Binding { get; init; }
}
