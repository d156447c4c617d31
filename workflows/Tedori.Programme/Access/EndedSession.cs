using NodaTime;

namespace Tedori.Programme.Access;

/// <summary>A session that its company ended (ログアウト). Storage format.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Until">When its cookie ends by itself, exclusive; after that it need not be remembered.</param>
public sealed record EndedSession(string Id, Instant Until);
