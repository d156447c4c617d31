using NodaTime;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Notices;

/// <summary>What the notice's orchestration is told. Storage format, also shown as custom status.</summary>
/// <param name="State">How far the notice is.</param>
/// <param name="LookAgainAt">When to look again without a report, or null where nothing more is expected.</param>
public sealed record NoticeProgress(NoticeState State, Instant? LookAgainAt);
