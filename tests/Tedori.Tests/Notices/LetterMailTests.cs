using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Functions.Mail;
using Tedori.Functions.Papers;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Tests.Papers;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Notices;

/// <summary>The letter of a decision goes with its mail, and what went is kept with the ledger.</summary>
public sealed class LetterMailTests
{
    private static readonly Instant Now = Tokyo.At("2026-03-18T16:00:00");

    private static readonly Dictionary<string, (CaseEvent[] Before, CaseEvent Event)> Decisions = new()
    {
        ["通過"] = (Story.Registered, Story.Passed[^1]),
        ["不通過"] = (Story.Registered, new CaseEvent.EligibilityFailed(Now, "都内に事業所がありません。", "7東し企働第1号")),
        ["支給"] = (Story.Claimed, new CaseEvent.GrantDecided(Now, new([1, 2], 0), 200_000, ["合計により、支給額は200,000円です。"], "7東し企働第2号")),
        ["不支給"] = (Story.Claimed, new CaseEvent.GrantRefused(Now, "実施の記録がありません。", "7東し企働第3号")),
    };

    public static TheoryData<string> Names => [.. Decisions.Keys];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Mail_OfADecision_CarriesTheLetterOfTheCompanysPage(string decision)
    {
        PdfText.Need();
        var notice = NoticeOf(decision);

        var mail = await RenderAsync(notice, null);

        var paper = NoticePaper.Of(notice, Sample.R7, notice.Addressee!)!;
        Assert.Equal(new PaperPdf(PaperFont.Find(null)).Print(paper), mail.Letter!.Content);
        Assert.Equal("決定通知書-r7-01-00001.pdf", mail.Letter.Name);
        Assert.InRange(mail.Letter.Content.Length, 1_000, MailAttachment.MostBytes / 4);
        Assert.Contains("決定通知書: このメールにPDFで添付しました。", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("添付", await PdfText.JoinedAsync(mail.Letter.Content), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mail_WhereThereIsNoFont_GoesWithoutAndSaysWhereTheLetterIsRead(string decision)
    {
        var mail = await RenderAsync(NoticeOf(decision), "/no/such/font.ttf");

        Assert.Null(mail.Letter);
        Assert.Contains("決定通知書: マイページのこの通知でご覧いただけます。", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_WhereLettersDoNotGoAlong_SaysWhereTheLetterIsRead()
    {
        var mail = await RenderAsync(NoticeOf("支給"), null, letters: false);

        Assert.Null(mail.Letter);
        Assert.Contains("決定通知書: マイページ", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_OfNoDecisionOrOfOneFromBefore_SaysNothingOfALetter()
    {
        foreach (var notice in (Notice[])[Sample.WonNotice, NoticeOf("支給") with { Addressee = null }])
        {
            var mail = await RenderAsync(notice, null);
            Assert.Null(mail.Letter);
            Assert.DoesNotContain("決定通知書", mail.Text, StringComparison.Ordinal);
        }
    }

    // Whoever is the contact later, the letter stays addressed as it was decided.
    [Fact]
    public void Notice_OfADecision_KeepsItsAddressee() => Assert.Equal(
        [Sample.Form.Address, Sample.Form.CompanyName, $"{Sample.Form.Representative} 様"], NoticeOf("支給").Addressee!);

    [Fact]
    public async Task Sent_Decision_KeepsTheDigestOfItsLetter()
    {
        var office = new ActingOffice();
        await office.WithWinnersAsync(1);
        var letter = new MailAttachment("決定通知書.pdf", "application/pdf", [1, 2, 3]);
        office.Office.Renderer.Setup(r => r.RenderAsync(It.IsAny<Notice>(), It.IsAny<Uri?>(), It.IsAny<Instant?>()))
            .ReturnsAsync((Notice n, Uri? _, Instant? _) => new RenderedMail(n.Subject, "本文", "<p></p>") { Letter = letter });
        var pending = await office.Office.Records.BodiesAsync(CaseRows.OutboxOf(new(TestOffice.First, 1))).FirstAsync();

        await office.Office.Notices.SendAsync(pending.Id);

        var sent = (await office.Office.Records.ReadAsync(CaseRows.Ledger(pending.Id)))!.Body;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([1, 2, 3])), sent.Letter);
        Assert.Same(letter, Assert.Single(office.Office.Mail.Taken[^1].Attachments));
    }

    private static Notice NoticeOf(string decision)
    {
        var (before, e) = Decisions[decision];
        return NoticeComposer.Compose(Sample.R7, CaseEvolution.Fold([.. before, e]), e, before.Length + 1)!;
    }

    private static async Task<RenderedMail> RenderAsync(Notice notice, string? font, bool letters = true)
    {
        await using var services = new ServiceCollection().AddPages(font, letters).AddLogging()
            .AddSingleton(new EditionCatalog(Sample.R7)).AddSingleton(new PublicAddress(null)).BuildServiceProvider();
        return await services.GetRequiredService<INoticeRenderer>().RenderAsync(notice, null);
    }
}
