using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.CaseFiles;

/// <summary>The rows that the office keeps in a case's partition. Storage format.</summary>
public static class CaseFileRows
{
    private const string Notes = "note-";
    private const string Ticks = "tick-";

    private static readonly InstantPattern KeyPattern =
        InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'.'fffffffff");

    /// <summary>The notes, in order of time.</summary>
    public static RowRange<CaseNote> NotesOf(CaseId id) => CaseRows.Of(id).Prefix<CaseNote>(Notes);

    /// <summary>The notes of one instant.</summary>
    public static RowRange<CaseNote> NotesOf(CaseId id, Instant at) =>
        CaseRows.Of(id).Prefix<CaseNote>(Notes + Key(at));

    /// <summary>A note: the very same one again is the same row.</summary>
    public static RowKey<CaseNote> Note(CaseId id, CaseNote note) =>
        CaseRows.Of(id).Row<CaseNote>(Notes + Key(note.At, note));

    /// <summary>The ticks on checklists, in order of time.</summary>
    public static RowRange<ChecklistTick> TicksOf(CaseId id) => CaseRows.Of(id).Prefix<ChecklistTick>(Ticks);

    /// <summary>The ticks of one instant.</summary>
    public static RowRange<ChecklistTick> TicksOf(CaseId id, Instant at) =>
        CaseRows.Of(id).Prefix<ChecklistTick>(Ticks + Key(at));

    /// <summary>A tick: the very same one again is the same row.</summary>
    public static RowKey<ChecklistTick> Tick(CaseId id, ChecklistTick tick) =>
        CaseRows.Of(id).Row<ChecklistTick>(Ticks + Key(tick.At, tick));

    private static string Key<T>(Instant at, T row)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(TedoriJson.Write(row)));
        return Key(at) + Convert.ToHexStringLower(digest.AsSpan(0, 8));
    }

    private static string Key(Instant at) => KeyPattern.Format(at) + "-";
}
