using NodaTime;
using Tedori.Programme;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>The files of a draft after they arrived: taken out, filed, filed again, left behind.</summary>
public sealed class EvidenceDraftSpecs : EvidenceSpecs
{
    [Fact]
    public async Task Remove_FileOfTheDraft_IsListedNoMore()
    {
        var file = await office.UploadAsync("規則.pdf", SampleFiles.Pdf());
        Assert.IsType<EvidenceAnswer.Removed>(await Service.RemoveAsync(Case, file.Number));
        Assert.IsType<EvidenceAnswer.Removed>(await Service.RemoveAsync(Case, file.Number));
        Assert.Empty(await Service.ListAsync(Case));
        Assert.Equal("uploadUnknown", CodeOf(await Service.RegisterUploadAsync(Case, file.Number)));
        Assert.Single(office.Stored());
    }

    [Fact]
    public async Task Remove_FileOfAFiling_IsRefused()
    {
        var file = await office.UploadAsync("規則.pdf", SampleFiles.Pdf());
        await office.FileAsync(await Service.DraftAsync(Case));
        Assert.Equal("fileFiled", CodeOf(await Service.RemoveAsync(Case, file.Number)));
        Assert.True(Assert.Single(await Service.ListAsync(Case)).Filed);
        Assert.Empty(await Service.DraftAsync(Case));
    }

    [Fact]
    public async Task Register_ContentThatWasFiledBefore_IsANewFileOfTheDraft()
    {
        await office.UploadAsync("規則.pdf", SampleFiles.Pdf());
        await office.FileAsync(await Service.DraftAsync(Case));
        office.Office.Clock.Advance(Duration.FromHours(1));
        var again = await office.UploadAsync("規則(再提出).pdf", SampleFiles.Pdf());
        Assert.Equal(2, again.Number);
        Assert.Equal([again.File], await Service.DraftAsync(Case));
        Assert.Single(office.Stored());
    }

    [Fact]
    public async Task Register_SameContentAsAnotherDocument_IsAFileOfEachAndOneOfEitherOnly()
    {
        var first = await ReceiveAsync("document-1");
        var second = await ReceiveAsync("document-2");
        Assert.Equal(second, await ReceiveAsync("document-2"));
        Assert.Equal([first.File, second.File], await Service.DraftAsync(Case));
        Assert.Single(office.Stored());

        await office.FileAsync([first.File]);
        Assert.Equal([second.File], await Service.DraftAsync(Case));
        Assert.IsType<EvidenceAnswer.Removed>(await Service.RemoveAsync(Case, second.Number));
        Assert.Equal("fileFiled", CodeOf(await Service.RemoveAsync(Case, first.Number)));

        async Task<HeldFile> ReceiveAsync(string slot) => Assert.IsType<EvidenceAnswer.Registered>(
            await Service.ReceiveAsync(Case, "規則.pdf", new MemoryStream(SampleFiles.Pdf()), slot)).File;
    }

    [Fact]
    public async Task Sweep_AfterADay_RemovesWhatWasLeftBehind()
    {
        await office.ArriveAsync("規則.pdf", SampleFiles.Pdf());
        office.Office.Clock.Advance(Duration.FromHours(24));
        Assert.Equal(0, await Service.SweepAsync());
        office.Office.Clock.Advance(Duration.FromHours(24));
        await office.ArriveAsync("新しい規則.pdf", SampleFiles.Pdf());
        Assert.Equal(1, await Service.SweepAsync());
        Assert.Single(office.Quarantined());
        Assert.Equal("uploadIncomplete", CodeOf(await Service.RegisterUploadAsync(Case, 1)));
    }

    private static string CodeOf(EvidenceAnswer answer) => Assert.IsType<EvidenceAnswer.Refused>(answer).Refusal.Code;
}
