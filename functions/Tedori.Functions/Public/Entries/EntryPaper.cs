using Tedori.Functions.Mail;
using Tedori.Functions.Papers;
using Tedori.Programme.Entries;

namespace Tedori.Functions.Public.Entries;

/// <summary>The receipt of a pre-entry.</summary>
internal static class EntryPaper
{
    /// <summary>The receipt.</summary>
    public static PrintedPaper Of(EntryReceiptModel model)
    {
        var signature = MailSignature.Of(model.Edition);
        var received = new PaperField("受付日時", PaperText.Of(model.ReceivedAt), "(サーバーが受信した時刻)");
        return new(
            "事前エントリーの受付票", $"受付番号 {model.CaseId}", model.ReceivedAt, [signature.Office, .. signature.Contact],
            [
                new PaperPart.Fields(
                [
                    new("受付番号", model.CaseId.ToString()), new("奨励金", model.Edition.Name),
                    new("回", $"第{model.CaseId.Round.Number}回"), received,
                    .. model.Digest is { } digest
                        ? new PaperField[] { new("受付一覧のダイジェスト", new PaperText(digest, IsDigest: true)) }
                        : [],
                ]),
                new PaperPart.Paragraph("ダイジェストは、貴社までのすべての受付から計算した値です。後から順番や内容が変わると、この値と合わなくなります。"),
                new PaperPart.Heading("受け付けた内容"),
                DetailsOf(model.Entry),
            ],
            []);
    }

    /// <summary>What was entered.</summary>
    public static PaperPart DetailsOf(EntryForm entry) => new PaperPart.Fields(
        new PaperField("企業名", entry.CompanyName),
        new PaperField("法人番号", entry.CorporateNumber ?? "なし(個人事業主)"),
        new PaperField("代表者の氏名", entry.Representative),
        new PaperField("所在地", entry.Address),
        new PaperField("常時雇用する従業員数", FormattableString.Invariant($"{entry.Employees}人")),
        new PaperField("担当者の氏名", entry.ContactName),
        new PaperField("Eメールアドレス", entry.Email),
        new PaperField("電話番号", entry.Phone));
}
