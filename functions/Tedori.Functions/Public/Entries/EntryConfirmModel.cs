using Tedori.Programme;
using Tedori.Programme.Entries;

namespace Tedori.Functions.Public.Entries;

/// <summary>What the confirmation of the pre-entry shows.</summary>
/// <param name="Form">The form, which is in order.</param>
/// <param name="Entry">What will be entered.</param>
/// <param name="Earlier">Whether there is an earlier entry of the same company in the round.</param>
public sealed record EntryConfirmModel(EntryModel Form, EntryForm Entry, bool Earlier);
