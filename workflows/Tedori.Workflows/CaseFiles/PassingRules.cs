using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Workflows.CaseFiles;

/// <summary>
/// What has to be there before an eligibility review is passed: every line of the checklist ticked or with a reason, and
/// the virus scanner's verdict on every file. Pure.
/// </summary>
public static class PassingRules
{
    /// <summary>
    /// The lines that need a reason: those that nobody ticked, and every file in which the scanner found something, ticked
    /// or not.
    /// </summary>
    public static IReadOnlyList<ChecklistEntry> OpenLines(Edition edition, CaseFile folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return [.. Entries(edition, folder).Where(e =>
            folder.TickOf(e.Id)?.Done != true || (FileOf(e) is { } file && folder.IsMalicious(file)))];
    }

    /// <summary>A refusal where something is missing, else null.</summary>
    /// <param name="edition">The programme.</param>
    /// <param name="folder">The case.</param>
    /// <param name="open">The lines that stay open, each with its reason.</param>
    /// <param name="scanned">Whether a scanner looks at every file, so that a verdict is still to come.</param>
    public static Refusal? Check(Edition edition, CaseFile folder, IReadOnlyList<OpenLine> open, bool scanned)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(open);
        var pending = Entries(edition, folder).Select(FileOf).OfType<string>()
            .Count(f => !folder.Verdicts.ContainsKey(f));
        if (scanned && pending > 0)
            return new("scanPending", $"ウイルス検査の結果がまだ届いていない書類が{pending}件あります。結果が届いてから通過としてください。");
        var reasons = open.Where(l => l.Reason.Trim().Length is > 0 and <= 500).Select(l => l.Line).ToHashSet();
        var missing = OpenLines(edition, folder).Where(l => !reasons.Contains(l.Id)).ToList();
        return missing.Count == 0
            ? null
            : new("checklistOpen", $"確認表に未確認の行が{missing.Count}件あります(例: {missing[0].Text})。確認するか、行ごとに理由を500文字以内で入力してください。");
    }

    private static IReadOnlyList<ChecklistEntry> Entries(Edition edition, CaseFile folder) =>
        Checklists.Of(edition, folder).FirstOrDefault(c => c.Review == Step.EligibilityReview)?.Entries ?? [];

    private static string? FileOf(ChecklistEntry entry) => Checklists.FileOf(entry.Id);
}
