using Tedori.Functions.Languages;
using Tedori.Functions.Mail;
using Tedori.Functions.Papers;
using Tedori.Programme.Entries;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Public.Entries;

/// <summary>The receipt of a pre-entry.</summary>
internal static class EntryPaper
{
    /// <summary>The receipt.</summary>
    public static PrintedPaper Of(EntryReceiptModel model)
    {
        var signature = MailSignature.Of(model.Edition);
        var received = new PaperField(Say("受付日時"), PaperText.Of(model.ReceivedAt), Say("(サーバーが受信した時刻)"));
        return new(
            Say("事前エントリーの受付票"), Say("受付番号 {0}", model.CaseId), model.ReceivedAt, [signature.Office, .. signature.Contact],
            [
                new PaperPart.Fields(
                [
                    new(Say("受付番号"), model.CaseId.ToString()), new(Say("奨励金"), Sentences.Of(model.Edition.Name)),
                    new(Say("回"), Say("第{0}回", model.CaseId.Round.Number)), received,
                    .. model.Digest is { } digest
                        ? new PaperField[] { new(Say("受付一覧のダイジェスト"), new PaperText(digest, IsDigest: true)) }
                        : [],
                ]),
                new PaperPart.Paragraph(Say("ダイジェストは、貴社までのすべての受付から計算した値です。後から順番や内容が変わると、この値と合わなくなります。")),
                new PaperPart.Heading(Say("受け付けた内容")),
                DetailsOf(model.Entry),
            ],
            []);
    }

    /// <summary>What was entered.</summary>
    public static PaperPart DetailsOf(EntryForm entry) => new PaperPart.Fields(
        new PaperField(Say("企業名"), entry.CompanyName),
        new PaperField(Say("法人番号"), entry.CorporateNumber ?? Say("なし(個人事業主)")),
        new PaperField(Say("代表者の氏名"), entry.Representative),
        new PaperField(Say("所在地"), entry.Address),
        new PaperField(Say("常時雇用する従業員数"), Sentences.Of($"{entry.Employees}人")),
        new PaperField(Say("担当者の氏名"), entry.ContactName),
        new PaperField(Say("Eメールアドレス"), entry.Email),
        new PaperField(Say("電話番号"), entry.Phone));
}
