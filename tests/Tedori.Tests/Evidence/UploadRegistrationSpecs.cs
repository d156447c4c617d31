using System.Security.Cryptography;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Testing.Evidence;
using Tedori.Testing.Office;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>From quarantine to the list of a case: what arrived, and what did not.</summary>
public sealed class UploadRegistrationSpecs : EvidenceSpecs
{
    [Fact]
    public async Task Register_FileThatArrived_IsListedAndLeavesQuarantine()
    {
        var file = await office.UploadAsync("規則.pdf", SampleFiles.Pdf());
        Assert.Equal(
            (1, "規則.pdf", FileKind.Pdf, office.Now), (file.Number, file.File.Name, file.Kind, file.RegisteredAt));
        Assert.Equal([new ListedFile(file, Filed: false, Verdict: null)], await Service.ListAsync(Case));
        Assert.Equal([file.File], await Service.DraftAsync(Case));
        Assert.Equal([file.File.Sha256], office.Stored().Select(Path.GetFileName));
        Assert.Empty(office.Quarantined());
    }

    [Fact]
    public async Task Register_Again_IsTheSameFile()
    {
        var file = await office.UploadAsync("規則.pdf", SampleFiles.Pdf());
        office.Office.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(new EvidenceAnswer.Registered(file), await Service.RegisterUploadAsync(Case, 1));
        Assert.Single(await Service.ListAsync(Case));
    }

    [Fact]
    public async Task Register_ManyAtOnce_IsOneFile()
    {
        var number = await office.ArriveAsync("規則.pdf", SampleFiles.PdfOf(400_000));
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => Task.Run(() => Service.RegisterUploadAsync(Case, number))));
        var file = Assert.Single(await Service.ListAsync(Case)).Held;
        Assert.All(answers, a => Assert.Equal(new EvidenceAnswer.Registered(file), a));
        Assert.Single(office.Stored());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Register_AnotherOneEndsBetweenTwoReads_IsTheFileThatIsListed(int reads)
    {
        var number = await office.ArriveAsync("規則.pdf", SampleFiles.Pdf());
        EvidenceAnswer? other = null;
        var records = new InterposedReads(
            office.Office.Records, reads, async () => other = await Service.RegisterUploadAsync(Case, number));
        var registration = new UploadRegistration(new(records), office.Quarantine, office.Office.Clock);

        var answer = await registration.RegisterAsync(Case, number);

        Assert.Equal(new EvidenceAnswer.Registered(Assert.Single(await Service.ListAsync(Case)).Held), answer);
        Assert.Equal(answer, other);
    }

    [Fact]
    public async Task Register_UploadThatChangesWhileItIsRead_ListsWhatItBecame()
    {
        var (before, after) = (SampleFiles.Pdf("旧い就業規則"), SampleFiles.Pdf("新たな就業規"));
        Assert.Equal(before.Length, after.Length);
        var number = await office.ArriveAsync("規則.pdf", before);
        var quarantine = new RewrittenQuarantine(office.Quarantine, times: 1, after);
        var registration = new UploadRegistration(office.Records, quarantine, office.Office.Clock);

        var answer = await registration.RegisterAsync(Case, number);

        var file = Assert.IsType<EvidenceAnswer.Registered>(answer).File.File;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(after)), file.Sha256);
        Assert.Equal([file.Sha256], office.Stored().Select(Path.GetFileName));
    }

    [Fact]
    public async Task Register_UploadThatNeverStopsChanging_IsRefusedAndListsNothing()
    {
        var number = await office.ArriveAsync("規則.pdf", SampleFiles.Pdf("旧い就業規則"));
        var quarantine = new RewrittenQuarantine(
            office.Quarantine, times: 99, SampleFiles.Pdf("新たな就業規"), SampleFiles.Pdf("旧い就業規則"));
        var registration = new UploadRegistration(office.Records, quarantine, office.Office.Clock);

        Assert.Equal("uploadIncomplete", CodeOf(await registration.RegisterAsync(Case, number)));

        Assert.Empty(await Service.ListAsync(Case));
        Assert.Empty(office.Stored());
    }

    [Fact]
    public async Task Register_SameContentOfAnotherUpload_IsTheFileThatIsListed()
    {
        var first = await office.UploadAsync("規則.pdf", SampleFiles.Pdf());
        Assert.Equal(first, await office.UploadAsync("規則のコピー.pdf", SampleFiles.Pdf()));
        Assert.Single(await Service.ListAsync(Case));
        await Service.RemoveAsync(Case, first.Number);
        Assert.Equal("uploadUnknown", CodeOf(await Service.RegisterUploadAsync(Case, 2)));
    }

    [Fact]
    public async Task Register_NothingArrived_MayBeTriedAgain()
    {
        await OpenAsync("規則.pdf", SampleFiles.Pdf().Length);
        Assert.Equal("uploadIncomplete", CodeOf(await Service.RegisterUploadAsync(Case, 1)));
        await office.Quarantine.WriteAsync(await office.PartsAsync(1), new MemoryStream(SampleFiles.Pdf()));
        Assert.IsType<EvidenceAnswer.Registered>(await Service.RegisterUploadAsync(Case, 1));
    }

    // The part that is wrong cannot be put again: the same file comes as another upload.
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Register_OtherLength_IsRefusedForGoodAndTheFileMayComeAgain(int more)
    {
        var length = SampleFiles.Pdf().Length + more;
        var number = await office.ArriveAsync("規則.pdf", SampleFiles.Pdf(), declared: length);
        Assert.Equal("fileSizeDiffers", CodeOf(await Service.RegisterUploadAsync(Case, number)));
        Assert.Empty(await Service.ListAsync(Case));
        Assert.Empty(office.Stored());
        Assert.Empty(office.Quarantined());
        Assert.Equal("fileSizeDiffers", CodeOf(await Service.RegisterUploadAsync(Case, number)));
        Assert.Equal(2, (await OpenAsync("規則.pdf", length, resume: number)).UploadId);
    }

    [Fact]
    public async Task Register_OtherContentThanTheSenderHas_IsRefusedForGoodAndTheFileMayComeAgain()
    {
        var (own, other) = (SampleFiles.Pdf("就業規則"), SampleFiles.Pdf("別の内容"));
        var number = await office.ArriveAsync("規則.pdf", other, declared: own.Length);
        var refused = await Service.RegisterUploadAsync(Case, number, DigestOf(own));
        Assert.Equal(
            EvidenceRefusals.DigestDiffers("規則.pdf"), Assert.IsType<EvidenceAnswer.Refused>(refused).Refusal);
        Assert.Empty(await Service.ListAsync(Case));
        Assert.Empty(office.Stored());
        Assert.Empty(office.Quarantined());
        Assert.Equal("fileDigestDiffers", CodeOf(await Service.RegisterUploadAsync(Case, number, DigestOf(other))));

        var again = await office.ArriveAsync("規則.pdf", own);
        Assert.Equal(2, again);
        Assert.IsType<EvidenceAnswer.Registered>(await Service.RegisterUploadAsync(Case, again, DigestOf(own)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    public async Task Register_WithWhatIsNoDigest_IsRefused(string stated)
    {
        var number = await office.ArriveAsync("規則.pdf", SampleFiles.Pdf());
        Assert.Equal("fileDigestDiffers", CodeOf(await Service.RegisterUploadAsync(Case, number, stated)));
        Assert.Empty(office.Stored());
    }

    [Fact]
    public async Task Register_PartOfTheFileArrived_IsTriedAgainOnceTheRestIsThere()
    {
        var content = SampleFiles.PdfOf(UploadParts.PartSize + 10);
        await OpenAsync("規則.pdf", content.Length);
        var upload = await office.PartsAsync(1);
        foreach (var part in upload.Keys.Reverse())
        {
            Assert.Equal("uploadIncomplete", CodeOf(await Service.RegisterUploadAsync(Case, 1, DigestOf(content))));
            Assert.Empty(office.Stored());
            var piece = new MemoryStream(EvidenceStores.PieceOf(content, part.Number));
            Assert.True(await office.Quarantine.CreateAsync(part, piece, CancellationToken.None));
        }

        var answer = await Service.RegisterUploadAsync(Case, 1, DigestOf(content));
        Assert.Equal(DigestOf(content), Assert.IsType<EvidenceAnswer.Registered>(answer).File.File.Sha256);
        Assert.Empty(office.Quarantined());
    }

    [Fact]
    public async Task Register_OtherKind_IsRefusedForGoodAndNotKept()
    {
        var number = await office.ArriveAsync("規則.pdf", SampleFiles.Png);
        Assert.Equal("fileContentDiffers", CodeOf(await Service.RegisterUploadAsync(Case, number)));
        Assert.Empty(office.Quarantined());
        Assert.Empty(office.Stored());
        Assert.Equal("fileContentDiffers", CodeOf(await Service.RegisterUploadAsync(Case, number)));
        Assert.Empty(await Service.ListAsync(Case));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(10_000)]
    public async Task Register_NoUpload_IsRefused(int number) =>
        Assert.Equal("uploadUnknown", CodeOf(await Service.RegisterUploadAsync(Case, number)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Register_ProcessEndsAtItsCommit_IsMendedByTheNext(bool afterEffect)
    {
        var number = await office.ArriveAsync("規則.pdf", SampleFiles.Pdf());
        office.Office.Records.FailCommit(1, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => Service.RegisterUploadAsync(Case, number));
        Assert.IsType<EvidenceAnswer.Registered>(await Service.RegisterUploadAsync(Case, number));
        Assert.Single(await Service.ListAsync(Case));
        Assert.Single(office.Stored());
    }

    private static string DigestOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string CodeOf(EvidenceAnswer answer) => Assert.IsType<EvidenceAnswer.Refused>(answer).Refusal.Code;

    private async Task<UploadTicket> OpenAsync(string name, long size, int? resume = null) =>
        Assert.IsType<EvidenceAnswer.Opened>(await Service.OpenUploadAsync(Case, name, size, resume)).Ticket;
}
