using NodaTime;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Access;

/// <summary>A link that was voided alone (リンクの個別の無効化). Storage format.</summary>
/// <param name="Notice">The notice that carries it.</param>
/// <param name="At">When.</param>
/// <param name="By">Id of who voided it.</param>
/// <param name="Name">Name of who voided it.</param>
/// <param name="Reason">Why, in Japanese.</param>
public sealed record RevokedLink(NoticeId Notice, Instant At, string By, string Name, string Reason);
