using NodaTime;
using Tedori.Programme;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.CaseFiles;

/// <summary>
/// What the office keeps beside a case: notes, ticks, who is in charge. It decides nothing. Safe to repeat.
/// </summary>
public sealed class CaseFileService(IRecords records, CaseDirectory directory)
{
    /// <summary>Most characters of a note.</summary>
    public const int MostCharacters = 4000;

    /// <summary>Adds a note.</summary>
    /// <param name="id">The case.</param>
    /// <param name="text">The note, 1 to <see cref="MostCharacters"/> characters.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Stops before it is written.</param>
    /// <returns>Why it was not added, or null.</returns>
    public async Task<Refusal?> NoteAsync(
        CaseId id, string text, StaffMember by, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(by);
        if (text.Trim().Length is 0 or > MostCharacters)
            return new("noteText", $"メモを1文字以上{MostCharacters:#,0}文字以内で入力してください。");
        var note = new CaseNote(at, by.Id, by.Name, text.Trim());
        var key = CaseFileRows.Note(id, note);
        var place = await records.PlaceAsync(CaseFileRows.NotesOf(id, at), key, cancellation);
        // A conflict means that the very same was written before.
        await records.CommitAsync(key.Insert(note with { Sequence = place }), cancellation);
        return null;
    }

    /// <summary>Records ticks; one row for each, so that who ticked what when can be read for good.</summary>
    public async Task TickAsync(CaseId id, IReadOnlyList<ChecklistTick> ticks, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ticks);
        foreach (var tick in ticks)
            await TickAsync(id, tick, cancellation);
    }

    /// <summary>Puts a member in charge of a case, or nobody, unless a colleague did so meanwhile.</summary>
    /// <param name="id">The case.</param>
    /// <param name="reviewer">Who is to be in charge, or null.</param>
    /// <param name="held">Id of who was in charge when the caller looked; empty for nobody.</param>
    /// <param name="by">Who assigns.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Stops before it is written.</param>
    /// <returns>Who was in charge before, and why it was not changed, or null.</returns>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public async Task<(CaseAssignment? Before, Refusal? Refusal)> AssignAsync(
        CaseId id, StaffMember? reviewer, string held, StaffMember by, Instant at,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var assigned = new CaseAssignment(reviewer?.Id, reviewer?.Name, at, by.Id);
        var (before, refusal) = await records.ChangeAsync(
            DirectoryRows.Assignment(id),
            row => (row?.Reviewer ?? "") == held
                ? new Change<CaseAssignment, (CaseAssignment?, Refusal?)>(assigned, (row, null))
                : new(row, (row, Reassigned(row))),
            cancellation);
        if (refusal is null)
            await directory.AssignAsync(id, reviewer?.Id, cancellation);
        return (before, refusal);
    }

    // Set, taken back and set again in one instant are three rows, of which the last counts; that one again is itself.
    private async Task TickAsync(CaseId id, ChecklistTick tick, CancellationToken cancellation)
    {
        var together = (await records.BodiesAsync(CaseFileRows.TicksOf(id, tick.At), cancellation)
            .ToListAsync(cancellation)).InOrderOfWriting();
        if (together.LastOrDefault(t => t.Entry == tick.Entry) is { } last && last with { Sequence = null } == tick)
            return;
        var row = together.Count == 0 ? tick : tick with { Sequence = together.Count };
        // A conflict means that another run wrote the very same meanwhile.
        await records.CommitAsync(CaseFileRows.Tick(id, row).Insert(row), cancellation);
    }

    private static Refusal Reassigned(CaseAssignment? now) => new(
        "assignedMeanwhile", $"ほかの職員が担当を「{now?.Name ?? "未定"}」に変更しました。内容を確認して、もう一度選んでください。");
}
