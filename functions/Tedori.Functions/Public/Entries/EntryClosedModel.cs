using Tedori.Functions.Public.Home;
using Tedori.Programme.Entries;

namespace Tedori.Functions.Public.Entries;

/// <summary>The page of the pre-entry while none can be made.</summary>
/// <param name="Home">What is open and what opens next.</param>
/// <param name="Refusal">Why what was sent was not taken, or null where nothing was sent.</param>
/// <param name="Sent">What was sent, so that it can be copied, or null.</param>
public sealed record EntryClosedModel(HomeModel Home, string? Refusal = null, EntryForm? Sent = null);
