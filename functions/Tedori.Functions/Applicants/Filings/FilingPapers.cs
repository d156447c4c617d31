using Tedori.Functions.Components;
using Tedori.Functions.Languages;
using Tedori.Functions.Mail;
using Tedori.Functions.Papers;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Applicants.Filings;

/// <summary>The papers of a filing: its receipt, its content, and the cover sheet that goes with it by post.</summary>
internal static class FilingPapers
{
    /// <summary>The receipt (受付票), with the content behind it where it came online.</summary>
    public static PrintedPaper ReceiptOf(FiledModel model)
    {
        var (id, name) = (model.Frame.CaseId, EventLabels.NameOf(model.Event));
        return new(
            Say("{0}の受付票", name), Say("受付番号 {0}", id), model.Event.At, IssuerOf(model.Edition),
            [
                new PaperPart.Fields(
                    new PaperField(Say("受付番号"), id.ToString()),
                    new PaperField(Say("提出番号"), FilingReference.Of(id, model.Number)),
                    new PaperField(Say("企業名"), model.Company),
                    new PaperField(Say("奨励金"), Sentences.Of(model.Edition.Name)),
                    new PaperField(Say("手続き"), model.Versions.Count > 1 ? Say("{0}(第{1}版)", name, VersionOf(model)) : name),
                    new PaperField(Say("受け付けた日時"), [.. ReceivedAt(model.Filing.Receipt)]),
                    new PaperField(Say("控え番号"), new PaperText(model.Filing.Key, IsDigest: true))),
                new PaperPart.Heading(Say("受領した書類")),
                new PaperPart.Listing([.. model.Filing.Files.Select(
                    f => new PaperItem(Say("{0}、{1}", NameOf(model.Edition, f), FileSize.Of(f.Size)), f.Sha256))]),
            ],
            model.Paper is { } paper ? [new PaperPart.Heading(Say("申請の内容")), .. PartsOf(paper)] : []);
    }

    /// <summary>What was stated, with the digest of the file that keeps it.</summary>
    public static PrintedPaper ContentOf(FiledModel model, FilingPaper paper)
    {
        var id = model.Frame.CaseId;
        var kept = model.Filing.Files.First(f => f.Name == FilingPaper.FileName);
        return new(
            Say("{0}の申請の内容", Sentences.Of(paper.Title)), Say("受付番号 {0}", id), model.Event.At, [],
            [
                new PaperPart.Fields(
                    new PaperField(Say("受付番号"), id.ToString()),
                    new PaperField(Say("提出番号"), FilingReference.Of(id, model.Number)),
                    new PaperField(Say("企業名"), model.Company),
                    new PaperField(Say("奨励金"), Sentences.Of(model.Edition.Name)),
                    new PaperField(Say("受け付けた日時"), [.. ReceivedAt(model.Filing.Receipt)]),
                    new PaperField(Say("{0}のSHA-256", kept.Name), new PaperText(kept.Sha256, IsDigest: true))),
                .. PartsOf(paper),
            ],
            []);
    }

    /// <summary>The cover sheet for the post (送付状), with what is in the form behind it.</summary>
    public static PrintedPaper CoverOf(LateModel model, Edition edition)
    {
        var id = model.Frame.CaseId;
        return new(
            "郵送用の送付状", $"受付番号 {id}", model.Deadline.Cutoff.ElectronicEnd, [],
            [
                new PaperPart.Address(OfficeOf(edition)),
                new PaperPart.Number(id.ToString()),
                new PaperPart.Fields(
                    new PaperField("受付番号", id.ToString()),
                    new PaperField("企業名", model.Company),
                    new PaperField("奨励金", edition.Name),
                    new PaperField("手続き", model.Form.Title),
                    new PaperField("期限", PaperText.Of(model.Deadline.Cutoff.Date), "(当日消印有効)")),
                new PaperPart.Heading("同封する書類"),
                new PaperPart.Listing([.. Enclosed(model.Form).Select(d => new PaperItem($"□ {d}"))]),
                new PaperPart.Paragraph("配達の記録が残る方法(簡易書留など)で送り、受領証を保管してください。"),
            ],
            model.Paper is { } paper ? [new PaperPart.Heading($"申請の内容({model.Form.Title})"), .. PartsOf(paper)] : []);
    }

    /// <summary>What was stated in a form.</summary>
    /// <param name="paper">What was stated.</param>
    /// <param name="change">Where the section of a title can be changed, or null; nowhere where it is absent.</param>
    public static IReadOnlyList<PaperPart> PartsOf(FilingPaper paper, Func<string, string?>? change = null)
    {
        // What the company typed stays as it is; a box that is ticked, a choice and a date are read back in our words.
        var typed = paper.Answers.Values.ToHashSet();
        var parts = new List<PaperPart>();
        foreach (var section in paper.Sections)
        {
            parts.Add(new PaperPart.Subheading(Sentences.Of(section.Title), change?.Invoke(section.Title)));
            parts.Add(new PaperPart.Fields([.. section.Lines.Select(l => new PaperField(Sentences.Of(l.Label), typed.Contains(l.Text) ? l.Text : Sentences.Of(l.Text)))]));
        }

        if (paper.Notes.Count > 0)
        {
            parts.Add(new PaperPart.Subheading(Say("計算と確認の結果")));
            parts.Add(new PaperPart.Listing([.. paper.Notes.Select(n => new PaperItem(Sentences.Of(n)))]));
        }

        return parts;
    }

    /// <summary>Who issues a receipt, and how the office is reached.</summary>
    public static IReadOnlyList<string> IssuerOf(Edition edition)
    {
        var signature = MailSignature.Of(edition);
        return [signature.Office, .. signature.Contact];
    }

    private static int VersionOf(FiledModel model) => model.Versions.Single(v => v.Number == model.Number).Version;

    private static string NameOf(Edition edition, EvidenceFile file) =>
        DocumentSlots.NameOf(edition, file) is { } slot ? Say("{0}({1})", file.Name, Sentences.Of(slot)) : file.Name;

    private static IEnumerable<PaperText> ReceivedAt(Receipt receipt) => receipt is Receipt.Electronic electronic
        ? [PaperText.Of(electronic.ReceivedAt), Say("(サーバーの受信時刻)")]
        : [EventLabels.Received(receipt)];

    private static string[] OfficeOf(Edition edition) => edition.Contact is { } contact
        ? [contact.Post, $"{contact.Office} 行", $"電話 {contact.Phone}"]
        : [$"{MailSignature.DefaultOffice} 行"];

    private static IEnumerable<string> Enclosed(FilingForm form) => form.Sections
        .Where(s => s.Kind == SectionKind.Documents).SelectMany(s => s.Fields).Select(f => f.Label)
        .Prepend($"{form.Title}の申請書(次の頁)");
}
