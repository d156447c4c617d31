using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Notices;

/// <summary>What became of one notice of a job. Storage format.</summary>
/// <param name="Original">The notice that was to be sent again.</param>
/// <param name="At">When.</param>
/// <param name="Refusal">Why it was not, or null where it is on its way.</param>
public sealed record NoticeVerdict(NoticeId Original, Instant At, Refusal? Refusal);
