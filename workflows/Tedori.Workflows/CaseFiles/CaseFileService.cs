using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Programme.Serialization;
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

    private static readonly InstantPattern KeyPattern =
        InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'.'fffffffff");

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
        await AddAsync(id, CaseFileRows.Notes, at, new CaseNote(at, by.Id, by.Name, text.Trim()), cancellation);
        return null;
    }

    /// <summary>Records ticks; one row for each, so that who ticked what when can be read for good.</summary>
    public async Task TickAsync(CaseId id, IReadOnlyList<ChecklistTick> ticks, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ticks);
        foreach (var tick in ticks)
            await AddAsync(id, CaseFileRows.Ticks, tick.At, tick, cancellation);
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
        var (before, refusal) = await RecordsExtensions.UntilCommittedAsync(async () =>
        {
            var (row, version) = await records.ReadAsync<CaseAssignment>(
                RecordSet.Cases, id.ToString(), CaseFileRows.Assignment, cancellation);
            if ((row?.Reviewer ?? "") != held)
                return Tuple.Create(row, (Refusal?)Reassigned(row));
            var write = RecordsExtensions.Put(
                CaseFileRows.Assignment, new CaseAssignment(reviewer?.Id, reviewer?.Name, at, by.Id), version);
            var outcome = await records.CommitAsync(RecordSet.Cases, id.ToString(), [write], cancellation);
            return outcome.Succeeded ? Tuple.Create(row, (Refusal?)null) : null;
        });
        if (refusal is null)
            await directory.AssignAsync(id, reviewer?.Id, cancellation);
        return (before, refusal);
    }

    private static Refusal Reassigned(CaseAssignment? now) => new(
        "assignedMeanwhile", $"ほかの職員が担当を「{now?.Name ?? "未定"}」に変更しました。内容を確認して、もう一度選んでください。");

    private async Task AddAsync<T>(CaseId id, string prefix, Instant at, T row, CancellationToken cancellation)
    {
        var body = TedoriJson.Write(row);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 8));
        // A conflict means that the very same was written before.
        var write = new Write.Insert($"{prefix}{KeyPattern.Format(at)}-{digest}", body);
        await records.CommitAsync(RecordSet.Cases, id.ToString(), [write], cancellation);
    }
}
