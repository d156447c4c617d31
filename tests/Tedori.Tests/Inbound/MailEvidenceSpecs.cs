using Microsoft.Extensions.DependencyInjection;
using Moq;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Inbound;
using Tedori.Programme.Post;
using Tedori.Testing.Cases;
using Tedori.Testing.Evidence;
using Tedori.Testing.Office;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Post;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Inbound;

/// <summary>Files of mails as documents of a review, and mails as attempts to file before a deadline.</summary>
public sealed partial class MailEvidenceSpecs : IAsyncLifetime
{
    private static readonly CaseId One = new(TestOffice.First, 1);
    private readonly ActingOffice office = Open(Sample.R7 with { Windows = Sample.R7.Windows with { AttemptBusinessDays = 3 } });

    private MailEvidence Evidence => office.Office.Get<MailEvidence>();

    public Task InitializeAsync() => office.WithWinnersAsync(2);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task File_OfAMail_IsADocumentOfTheReviewWithWhenTheMailCame()
    {
        await office.RegisterAsync(1);
        var mail = await ReceiveAsync("2025-06-20T16:30:00");
        office.Office.Clock.Reset(Tokyo.At("2025-06-21T10:00:00"));

        Assert.Null(await TakeAsync(mail, "document-1"));
        Assert.Equal("mailFileKnown", (await TakeAsync(mail, "document-2"))?.Code);
        Assert.Equal("mailFileKnown", (await office.Office.Get<InboundFiles>().TakeForAsync(mail.Id, mail.Files[0].Sha256, "伊藤"))?.Code);

        var taken = Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.MailFileTaken>());
        Assert.Equal(
            (Step.EligibilityReview, mail.Id, "伊藤", new Receipt.Electronic(Tokyo.At("2025-06-20T16:30:00")), mail.Files[0].Sha256, "document-1"),
            (taken.Of, taken.Mail, taken.By, taken.Filing.Receipt, taken.Filing.Files[0].Sha256, taken.Filing.Files[0].Slot));
        Assert.Equal("伊藤", (await FindAsync(mail))!.Files[0].EvidenceBy);
        var folder = (await office.Office.Get<CaseFileReader>().ReadAsync(One))!;
        Assert.Contains(
            Checklists.Of(Sample.R7, folder).SelectMany(l => l.Entries).SelectMany(e => e.Files ?? []),
            f => f.Sha256 == mail.Files[0].Sha256);
        var notice = Assert.Single(
            await office.Office.Records.BodiesAsync(CaseRows.OutboxOf(One, NoticeKind.FilingReceived)).ToListAsync(),
            n => n.Subject.StartsWith("メールの添付", StringComparison.Ordinal));
        Assert.Contains("令和7年6月20日(金) 16:30に届いたメール", notice.Paragraphs[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_UnderTwoNames_IsTakenByTheOneThatCanBeTaken()
    {
        await office.RegisterAsync(1);
        var mail = await ReceiveAsync("2025-06-20T16:30:00", name: "kisoku.exe", again: "kisoku.pdf");
        Assert.Equal(2, mail.Files.Count);

        Assert.Null(await TakeAsync(mail, null));

        Assert.Equal("kisoku.pdf", Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.MailFileTaken>()).Filing.Files[0].Name);
    }

    [Fact]
    public async Task File_OfAMailWhereNoReviewRuns_IsRefusedAndNothingKept()
    {
        var mail = await ReceiveAsync("2025-06-10T16:30:00");

        Assert.Equal("noReviewRuns", (await TakeAsync(mail, null))?.Code);

        Assert.Empty((await office.EventsAsync(1)).OfType<CaseEvent.MailFileTaken>());
        Assert.Null((await FindAsync(mail))!.Files[0].EvidenceAt);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", "mailNotWritten")]
    [InlineData("", "mailDoubtful")]
    public async Task Mail_ThatNobodyWroteOrThatMayBeForged_GivesNothing(string head, string refused)
    {
        await office.RegisterAsync(1);
        var mail = await ReceiveAsync(
            "2025-06-12T16:30:00", head, proof: head.Length == 0 ? SenderProof.None with { Dmarc = "fail" } : null);
        office.Office.Clock.Reset(Tokyo.At("2025-06-13T10:00:00"));

        Assert.Equal(refused, (await TakeAsync(mail, null))?.Code);
        Assert.Equal(refused, (await RecordAsync(mail)).Refusal?.Code);
    }

    [Fact]
    public async Task File_ThatIsNotWhatItsNameSays_IsRefused()
    {
        await office.RegisterAsync(1);
        var mail = await ReceiveAsync("2025-06-12T16:30:00", content: "MZ no pdf"u8.ToArray());

        Assert.NotNull(await TakeAsync(mail, null));

        Assert.Empty((await office.EventsAsync(1)).OfType<CaseEvent.MailFileTaken>());
    }

    [Fact]
    public async Task Mail_WhoseFileWasTaken_StaysWithItsCase()
    {
        await office.RegisterAsync(1);
        var mail = await ReceiveAsync("2025-06-12T16:30:00");
        await TakeAsync(mail, null);

        var refusal = await office.Office.Get<InboundService>().AssignAsync(mail.Id, new(TestOffice.First, 2), ActingOffice.Ito);

        Assert.Equal("mailFileTaken", refusal?.Code);
        Assert.Equal(One, (await FindAsync(mail))!.Case);
    }

    private string Key { get; set; } = "";

    private static ActingOffice Open(Edition edition) => new(edition, services =>
    {
        services.AddSingleton(new InboundSettings(OfficeWithMail.Domain, "office@tedori.example"));
        services.AddSingleton(new Mock<IQuarantine>().Object);
    });

    private Task<Refusal?> TakeAsync(InboundMail mail, string? slot) =>
        Evidence.TakeAsync(mail.Id, mail.Files[0].Sha256, slot, ActingOffice.Ito);

    private Task<EnvelopeAnswer> RecordAsync(InboundMail mail, string slot = "document-1") =>
        Evidence.RecordAsync(mail.Id, Typed(mail, slot), ActingOffice.Ito);

    private TypedAttempt Typed(InboundMail mail, string slot = "document-1")
    {
        Key = MailEvidence.AttemptOf(mail.Id);
        return new(Step.CompanyRegistration, null, [(mail.Files[0].Sha256, slot)], null, [], 0);
    }

    private async Task<InboundMail?> FindAsync(InboundMail mail) =>
        await office.Office.Get<InboundService>().FindAsync(mail.Id);

    private async Task<InboundMail> ReceiveAsync(string at, string head = "", byte[]? content = null, SenderProof? proof = null, string name = "kisoku.pdf", string? again = null)
    {
        office.Office.Clock.Reset(Tokyo.At(at));
        var address = (await office.Office.Get<ReplyAddresses>().OfAsync(One))!;
        var from = (await office.Office.CaseAsync(1)).Entry.Email;
        var raw = Eml.Of(
            $"{head}From: {from}\nTo: {address}\nSubject: =?utf-8?B?5pu46aGe?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: text/plain; charset=utf-8\n\n提出します。\n"
            + string.Concat(new[] { name, again }.OfType<string>().Select(n => "--b\nContent-Type: application/pdf\n"
                + $"Content-Disposition: attachment; filename={n}\nContent-Transfer-Encoding: base64\n\n"
                + Convert.ToBase64String(content ?? SampleFiles.Pdf()) + "\n"))
            + "--b--\n");
        var mail = await office.Office.Get<InboundService>().ReceiveAsync(new(raw, office.Office.Now) { To = [address], Proof = proof ?? SenderProof.None });
        Assert.Equal(One, mail.Case);
        return mail;
    }
}
