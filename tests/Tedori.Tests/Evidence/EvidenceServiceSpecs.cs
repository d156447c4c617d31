using System.Security.Cryptography;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Testing.Evidence;
using Tedori.Testing.Office;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

public sealed class EvidenceServiceSpecs : IAsyncLifetime, IDisposable
{
    private static readonly CaseId Case = EvidenceOffice.Case;
    private readonly EvidenceOffice office = new();

    private EvidenceService Service => office.Service;

    public Task InitializeAsync() => office.OpenCaseAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Open_File_GivesATicketOfTenMinutes()
    {
        var ticket = await OpenAsync("規則.pdf", 1000);
        Assert.Equal((1, office.Now + Duration.FromMinutes(10), 4 * 1024 * 1024),
            (ticket.UploadId, ticket.ExpiresAt, ticket.BlockSize));
        Assert.Contains($"/{Case}/0001?", ticket.Url.OriginalString, StringComparison.Ordinal);
        Assert.Equal(2, (await OpenAsync("規則.pdf", 1000)).UploadId);
    }

    [Theory]
    [InlineData("../a.pdf", 10, "fileNameNotUsable")]
    [InlineData("a.exe", 10, "fileKindNotAccepted")]
    [InlineData("a.pdf", 0, "fileEmpty")]
    [InlineData("a.pdf", EvidenceLimits.MostBytes + 1, "fileTooLarge")]
    public async Task Open_FileThatIsNotTaken_OpensNothing(string name, long size, string code)
    {
        Assert.Equal(code, CodeOf(await Service.OpenUploadAsync(Case, name, size)));
        Assert.Empty(office.Rows("upload-"));
    }

    [Fact]
    public async Task Open_CaseThatCannotFile_IsRefused()
    {
        Assert.Equal("uploadUnknown", CodeOf(await Service.OpenUploadAsync(new(Case.Round, 999), "a.pdf", 1)));
        await office.Office.Cases.HandleAsync(Case, new CaseCommand.Decline(office.Now, "都合により"));
        Assert.Equal("caseClosed", CodeOf(await Service.OpenUploadAsync(Case, "a.pdf", 1)));
        using var early = new EvidenceOffice();
        await early.Office.EnterAsync(1);
        Assert.Equal("notThisStep", CodeOf(await early.Service.OpenUploadAsync(Case, "a.pdf", 1)));
    }

    [Fact]
    public async Task Open_Again_GoesOnWithTheSameUpload()
    {
        await OpenAsync("規則.pdf", 1000);
        office.Office.Clock.Advance(Duration.FromHours(1));
        var fresh = await OpenAsync("規則.pdf", 1000, resume: 1);
        Assert.Equal((1, office.Now + Duration.FromMinutes(10)), (fresh.UploadId, fresh.ExpiresAt));
        Assert.Equal(2, (await OpenAsync("別の規則.pdf", 1000, resume: 1)).UploadId);
        Assert.Equal(3, (await OpenAsync("規則.pdf", 1001, resume: 1)).UploadId);
        Assert.Equal(4, (await OpenAsync("規則.pdf", 1000, resume: 99)).UploadId);
        office.Office.Clock.Advance(Duration.FromHours(23));
        Assert.Equal(5, (await OpenAsync("規則.pdf", 1000, resume: 1)).UploadId);
    }

    [Fact]
    public async Task Open_ManyAtOnce_StaysWithinTheLimitOfTheCase()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => Service.OpenUploadAsync(Case, "a.pdf", EvidenceLimits.MostBytes)));
        Assert.Equal(10, answers.OfType<EvidenceAnswer.Opened>().Select(a => a.Ticket.UploadId).Distinct().Count());
        Assert.Equal(
            ["evidenceFull", "evidenceFull"], answers.OfType<EvidenceAnswer.Refused>().Select(a => a.Refusal.Code));
        // What never arrived gives its room back.
        office.Office.Clock.Advance(EvidenceService.UploadLife);
        Assert.Equal(11, (await OpenAsync("a.pdf", EvidenceLimits.MostBytes)).UploadId);
    }

    [Fact]
    public async Task Open_AfterTenThatWereOpenedAndLeft_FindsTheirRoomHalfAnHourLater()
    {
        for (var n = 0; n < 10; n++)
            await OpenAsync($"{n}.pdf", EvidenceLimits.MostBytes);

        office.Office.Clock.Advance(Duration.FromMinutes(30) - Duration.Epsilon);
        Assert.Equal("evidenceFull", CodeOf(await Service.OpenUploadAsync(Case, "規則.pdf", 1000)));
        office.Office.Clock.Advance(Duration.Epsilon);

        Assert.Equal(11, (await OpenAsync("規則.pdf", 1000)).UploadId);
        // Whoever comes back to one of them goes on with it all the same.
        Assert.Equal(3, (await OpenAsync("2.pdf", EvidenceLimits.MostBytes, resume: 3)).UploadId);
    }

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
        await office.Quarantine.WriteAsync(await office.KeyAsync(1), new MemoryStream(SampleFiles.Pdf()));
        Assert.IsType<EvidenceAnswer.Registered>(await Service.RegisterUploadAsync(Case, 1));
    }

    [Fact]
    public async Task Register_OtherLength_IsNotListed()
    {
        var number = await office.ArriveAsync("規則.pdf", SampleFiles.Pdf(), declared: SampleFiles.Pdf().Length - 1);
        Assert.Equal("fileSizeDiffers", CodeOf(await Service.RegisterUploadAsync(Case, number)));
        Assert.Empty(await Service.ListAsync(Case));
        Assert.Empty(office.Stored());
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

    [Fact]
    public async Task Receive_WholeFile_PassesTheSameChecks()
    {
        var answer = await Service.ReceiveAsync(Case, "規則.pdf", new MemoryStream(SampleFiles.Pdf()));
        Assert.Equal("規則.pdf", Assert.IsType<EvidenceAnswer.Registered>(answer).File.File.Name);
        Assert.Equal(
            "fileContentDiffers", CodeOf(await Service.ReceiveAsync(Case, "a.pdf", new MemoryStream(SampleFiles.Jpeg))));
        Assert.Equal("fileEmpty", CodeOf(await Service.ReceiveAsync(Case, "a.pdf", new MemoryStream())));
        Assert.Single(await Service.ListAsync(Case));
        Assert.Empty(office.Quarantined());
    }

    private static string CodeOf(EvidenceAnswer answer) => Assert.IsType<EvidenceAnswer.Refused>(answer).Refusal.Code;

    private async Task<UploadTicket> OpenAsync(string name, long size, int? resume = null) =>
        Assert.IsType<EvidenceAnswer.Opened>(await Service.OpenUploadAsync(Case, name, size, resume)).Ticket;
}
