using NodaTime;

namespace Tedori.Season;

/// <summary>Something that a company or the office will do.</summary>
/// <param name="Key">Unique; the same key is never done twice.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Body">Particulars as JSON.</param>
internal sealed record AgendaItem(string Key, Instant At, Deed Kind, string Body);
