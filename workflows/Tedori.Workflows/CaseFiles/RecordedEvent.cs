using Tedori.Programme.Cases;

namespace Tedori.Workflows.CaseFiles;

/// <summary>An event as it stands in the record.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Hash">The hash that the record gives for it.</param>
/// <param name="Follows">Whether that hash is the one of its text and of the event before.</param>
/// <param name="Text">The very text that was hashed.</param>
/// <param name="Event">The event.</param>
public sealed record RecordedEvent(int Number, string Hash, bool Follows, string Text, CaseEvent Event);
