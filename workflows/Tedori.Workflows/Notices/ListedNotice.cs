using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Notices;

/// <summary>A notice of a case with how far it is.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="State">How far it is, or null where it has not left.</param>
public sealed record ListedNotice(Notice Notice, NoticeState? State);
