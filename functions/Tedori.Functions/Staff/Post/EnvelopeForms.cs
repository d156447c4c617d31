using Microsoft.AspNetCore.Http;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Staff.Reviews;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;
using Tedori.Programme.Post;
using Tedori.Programme.Text;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Post;

namespace Tedori.Functions.Staff.Post;

/// <summary>Reads the form of an envelope, and keeps the photo of the envelope and what was in it.</summary>
public sealed class EnvelopeForms(EditionCatalog editions, CaseCommandHandler cases, IEvidenceStore store, EnvelopeFiles signed)
{
    /// <summary>The box by which staff say that what is missing is missing on the paper.</summary>
    internal const string AsOnPaper = "asOnPaper";

    /// <summary>The field with the files that were sent before the preview.</summary>
    internal const string Kept = "kept";

    private const int MostFiles = 20;
    private const string TypePaper = "下の欄に、書類に書かれている内容を入力してください。ファイルは選び直してください。";

    /// <summary>
    /// The envelope with its first reading, or what is wrong. Nothing is stored where something is wrong.
    /// </summary>
    public async Task<(Envelope? Envelope, IReadOnlyList<FieldError> Errors)> ReadAsync(StaffRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (form, errors) = (page.Form, new List<FieldError>());
        if (!ReceiptNumbers.TryRead(form["case"], out var id) || !editions.Has(id.Round)
            || (await cases.ReadAsync(id, page.Cancellation))?.State is not { } state)
            return (null, [new("case", "受付番号の申請がありません。r7-07-00123の形で入力してください。")]);
        var reading = Reading(page, errors);
        if (ReviewForm.Date(form["arrived"]) is not { } arrived)
            return (null, [.. errors, new("arrived", ReviewForm.DateFault(form["arrived"], "到着日を年月日で入力してください。"))]);
        if (!form.Has("shown"))
            errors.Add(new("shown", "封筒の写真を開き、消印が写っていることを確かめてください。"));
        if (form["kind"].Length is 0 or > 40)
            errors.Add(new("kind", "郵便の種類を40文字以内で入力してください。"));
        if (form["tracking"].Length > 40)
            errors.Add(new("tracking", "追跡番号を40文字以内で入力してください。"));
        var (step, correction) = StepOf(form, state, errors);
        var paper = PostalFiling.FormOf(editions.Of(id), state, step, correction, reading?.Postmark);
        var answers = paper?.Take(name => form[name]) ?? FormAnswers.None;
        if (paper is not null && errors.Count == 0)
            errors.AddRange(Unstated(editions.Of(id), paper, form, answers));
        var files = errors.Count == 0 ? await KeepAsync(page, id, errors) : null;
        if (files is null)
            return (null, errors);
        var isClaim = paper?.Key.Kind == FormKind.Claim;
        return (new(
            form["key"], id, step, correction, arrived, form["kind"],
            TypedText.Narrow(form["tracking"]) is { Length: > 0 } number ? number : null, files.Files,
            paper is null ? [] : ItemAnswers.Items(paper, answers),
            isClaim ? ItemAnswers.Persons(editions.Of(id), answers, complete: false) : 0, [reading!],
            EnvelopeState.AwaitingSecondReading, Photo: files.Photo)
        {
            Answers = paper is null ? null : answers.Texts,
        }, []);
    }

    /// <summary>What stands in the form so that the files of an envelope are not sent again.</summary>
    public string Sign(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return signed.Write(envelope.Case, new(envelope.Files, envelope.Photo!));
    }

    // Those that were sent before the preview, unless others are sent now.
    private async Task<KeptEnvelopeFiles?> KeepAsync(StaffRequest page, CaseId id, List<FieldError> errors)
    {
        if (page.Files.All(f => f.Length == 0 && f.FileName.Length == 0) && signed.Read(id, page.Form[Kept]) is { } before)
            return before;
        var files = await FilesAsync(page, errors);
        if (errors.Count > 0)
            return null;
        var (kept, photo) = (new List<EvidenceFile>(), (string?)null);
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            kept.Add(await store.PutAsync(id, NameOf(file), content, page.Cancellation));
            photo ??= file.Name == "photo" ? kept[^1].Sha256 : null;
        }

        return new(kept, photo!);
    }

    // What is not as it must be is either mistyped, which is mended here, or is so on the paper, which staff confirm.
    internal static IEnumerable<FieldError> Unstated(
        Edition edition, FilingForm paper, PostedForm form, FormAnswers answers, string typeIt = TypePaper)
    {
        if (form["typed"] != paper.Key.ToString())
            return [new("step", typeIt)];
        return form.Has(AsOnPaper)
            ? []
            : FilingForms.Faults(edition, paper, answers).Select(f => new FieldError(f.Field, f.Text));
    }

    /// <summary>What a member read on an envelope, or null with the fault.</summary>
    public static PostmarkReading? Reading(StaffRequest page, List<FieldError> errors)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(errors);
        var date = ReviewForm.Date(page.Form["postmark"]);
        if (date is null && !page.Form.Has("illegible"))
        {
            errors.Add(new("postmark", ReviewForm.DateFault(
                page.Form["postmark"], "消印の日付を年月日で入力するか、「判読できない」を選んでください。")));
            return null;
        }

        return new(page.Member.Id, page.Member.Name, page.Form.Has("illegible") ? null : date, page.ReceivedAt);
    }

    internal static (Step Step, int? Correction) StepOf(PostedForm form, CaseState state, List<FieldError> errors)
    {
        if (form["step"] == "Correction")
        {
            if (state.Correction is not { } open)
                errors.Add(new("step", "この申請には回答待ちの補正がありません。段階を選び直してください。"));
            return (state.Correction?.Review ?? state.Step, state.Correction?.Number);
        }

        if (Enum.TryParse<Step>(form["step"], out var step)
            && step is Step.CompanyRegistration or Step.ProjectRegistration or Step.Claim)
            return (step, null);
        errors.Add(new("step", "どの手続きの書類か選んでください。"));
        return (state.Step, null);
    }

    private static async Task<IReadOnlyList<IFormFile>> FilesAsync(StaffRequest page, List<FieldError> errors)
    {
        var files = page.Files.Where(f => f.Length > 0 || f.FileName.Length > 0).ToList();
        if (!files.Any(f => f.Name == "photo"))
            errors.Add(new("photo", "封筒の写真(消印の見えるもの)を選んでください。"));
        if (files.Count > MostFiles)
            errors.Add(new("contents", $"ファイルは{MostFiles}件までにしてください。"));
        foreach (var file in files.Take(MostFiles))
        {
            if (await CheckAsync(file, page.Cancellation) is { } refusal)
                errors.Add(new(file.Name == "photo" ? "photo" : "contents", refusal.Text));
        }

        return files;
    }

    private static async Task<Refusal?> CheckAsync(IFormFile file, CancellationToken cancellation)
    {
        if (EvidenceRules.CheckFile(NameOf(file), file.Length) is { } refusal)
            return refusal;
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellation);
        return EvidenceRules.CheckContent(NameOf(file), file.Length, FileSample.Of(memory.ToArray()));
    }

    private static string NameOf(IFormFile file) => FileName.Clean(Path.GetFileName(file.FileName.Replace('\\', '/')));
}
