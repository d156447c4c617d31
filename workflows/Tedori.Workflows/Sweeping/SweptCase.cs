using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Sweeping;

/// <summary>What a sweep read of one case, before it decides what is due.</summary>
/// <param name="Entry">The entry that made it.</param>
/// <param name="Version">Version of the entry's row.</param>
/// <param name="Waiting">Notices in its outbox.</param>
/// <param name="Snapshot">The case, or null where it was not opened yet.</param>
internal sealed record SweptCase(EntryRow Entry, string Version, IReadOnlyList<Notice> Waiting, CaseSnapshot? Snapshot);
