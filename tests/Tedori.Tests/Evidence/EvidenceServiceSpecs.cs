using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Testing.Evidence;
using Tedori.Testing.Office;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

public sealed class EvidenceServiceSpecs : EvidenceSpecs
{
    [Fact]
    public async Task Open_File_GivesATicketOfTenMinutes()
    {
        var ticket = await OpenAsync("規則.pdf", 1000);
        Assert.Equal((1, office.Now + Duration.FromMinutes(10), 4 * 1024 * 1024),
            (ticket.UploadId, ticket.ExpiresAt, ticket.PartSize));
        var part = Assert.Single(ticket.Parts);
        Assert.Equal(1, part.Number);
        Assert.Contains($"/{Case}/0001/0001?", part.Url.OriginalString, StringComparison.Ordinal);
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

    [Theory]
    [InlineData(1, 1)]
    [InlineData(UploadParts.PartSize, 1)]
    [InlineData(UploadParts.PartSize + 1, 2)]
    [InlineData(EvidenceLimits.MostBytes, 5)]
    public async Task Open_File_HasAUrlForEachOfItsParts(long size, int parts)
    {
        var ticket = await OpenAsync("規則.pdf", size);
        Assert.Equal(Enumerable.Range(1, parts), ticket.Parts.Select(p => p.Number));
        Assert.Equal(parts, ticket.Parts.Select(p => p.Url).Distinct().Count());
    }

    [Fact]
    public async Task Open_Again_AsksForThePartsThatHaveNotArrived()
    {
        await OpenAsync("規則.pdf", EvidenceLimits.MostBytes);
        var upload = await office.PartsAsync(1);
        foreach (var part in new[] { 1, 4 })
            await office.Quarantine.CreateAsync(new(upload.Key, part), new MemoryStream([1]), CancellationToken.None);
        var ticket = await OpenAsync("規則.pdf", EvidenceLimits.MostBytes, resume: 1);
        Assert.Equal([2, 3, 5], ticket.Parts.Select(p => p.Number));
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
