using NodaTime;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.CaseFiles;

/// <summary>A member of staff ticked an entry of a checklist, or took the tick back. Storage format.</summary>
/// <param name="Entry">Id of the entry.</param>
/// <param name="Done">Whether it is ticked.</param>
/// <param name="At">When.</param>
/// <param name="By">Id of the member.</param>
/// <param name="Name">Name of the member.</param>
/// <param name="Sequence">How many ticks were written before it in the same instant; null where none was.</param>
public sealed record ChecklistTick(string Entry, bool Done, Instant At, string By, string Name, int? Sequence = null)
    : IWrittenAt;
