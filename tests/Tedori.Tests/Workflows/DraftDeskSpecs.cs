using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Tests.Cases;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Editions;

namespace Tedori.Tests.Workflows;

public sealed class DraftDeskSpecs
{
    private static readonly CaseId Id = new(Bureau.First, 1);
    private static readonly FormKey Company = new(FormKind.Company);
    private readonly Bureau bureau = new();
    private readonly DraftDesk desk;

    public DraftDeskSpecs()
    {
        var shelf = new EditionShelf(Sample.R7);
        var copies = new SafeCopies(bureau.Records, shelf, bureau.Cases, bureau.Clock);
        desk = new(bureau.Records, shelf, bureau.Cases, copies);
    }

    [Fact]
    public async Task Save_TwoDevices_TheLaterWinsOnlyIfItSawTheFormer()
    {
        await EnteredAsync();
        var first = await SaveAsync("A", seen: 0);
        var blind = await SaveAsync("B", seen: 0);
        var seeing = await SaveAsync("B", seen: 1);

        Assert.Equal(1, Assert.IsType<DraftAnswer.Saved>(first).Draft.Version);
        Assert.Equal("A", Assert.IsType<DraftAnswer.Overtaken>(blind).Draft.Answers()["industry"]);
        Assert.Equal(2, Assert.IsType<DraftAnswer.Saved>(seeing).Draft.Version);
        Assert.Equal("B", (await desk.ReadAsync(Id, Company))!.Answers()["industry"]);
    }

    [Fact]
    public async Task Save_TheSameTextsAgain_IsNothingWhateverItSaw()
    {
        await EnteredAsync();
        await SaveAsync("A", seen: 0);

        Assert.Equal(1, Assert.IsType<DraftAnswer.Saved>(await SaveAsync("A", seen: 0)).Draft.Version);
    }

    [Fact]
    public async Task Save_WhileAnotherSaveCommits_IsOvertaken()
    {
        await EnteredAsync();
        bureau.Records.Interruption = async () =>
        {
            bureau.Records.Interruption = () => SaveAsync("B", seen: 0);
            await Task.CompletedTask;
        };

        Assert.IsType<DraftAnswer.Overtaken>(await SaveAsync("A", seen: 0));
        Assert.Equal("B", (await desk.ReadAsync(Id, Company))!.Answers()["industry"]);
    }

    [Fact]
    public async Task SafeCopies_BeforeTheDeadline_AreNone()
    {
        await WonAsync();
        await SaveAsync("A", seen: 0);

        Assert.Empty(await CopiesAsync());
    }

    [Fact]
    public async Task SafeCopies_AfterTheDeadline_KeepWhatStoodThereThenAndDoNotCountAsFiled()
    {
        await WonAsync();
        bureau.Clock.Reset(Tokyo.At("2025-06-12T16:59:00"));
        await SaveAsync("A", seen: 0);
        bureau.Clock.Reset(Tokyo.At("2025-06-12T17:00:00"));
        await SaveAsync("B", seen: 1);
        await SaveAsync("C", seen: 2);

        var copy = Assert.Single(await CopiesAsync());

        Assert.Equal("A", copy.Draft.Answers()["industry"]);
        Assert.True(copy.SavedInTime);
        Assert.Equal("C", (await desk.ReadAsync(Id, Company))!.Answers()["industry"]);
        Assert.Empty((await bureau.CaseAsync(1)).Filed);
    }

    [Fact]
    public async Task SafeCopies_OfATextThatCameLate_SayIt()
    {
        await WonAsync();
        bureau.Clock.Reset(Tokyo.At("2025-06-12T17:00:00"));
        await SaveAsync("A", seen: 0);

        Assert.False(Assert.Single(await CopiesAsync()).SavedInTime);
    }

    [Fact]
    public async Task SafeCopies_OfWhatWasFiled_AreNone()
    {
        await WonAsync();
        await SaveAsync("A", seen: 0);
        await bureau.Cases.HandleAsync(
            Id, new CaseCommand.RegisterCompany(bureau.Now, Sample.Web(bureau.Now)));
        bureau.Clock.Reset(Tokyo.At("2025-06-13T09:00:00"));

        Assert.Empty(await CopiesAsync());
    }

    [Fact]
    public async Task Drop_Repeated_LeavesNothingBehind()
    {
        await WonAsync();
        await SaveAsync("A", seen: 0);
        await desk.DropAsync(Id, Company);
        await desk.DropAsync(Id, Company);
        bureau.Clock.Reset(Tokyo.At("2025-06-13T09:00:00"));

        Assert.Null(await desk.ReadAsync(Id, Company));
        Assert.Empty(await CopiesAsync());
    }

    private async Task EnteredAsync()
    {
        await bureau.Rounds.AdvanceAsync(Bureau.First);
        await bureau.EnterAsync(1);
    }

    private async Task WonAsync()
    {
        await EnteredAsync();
        bureau.Clock.Reset(Tokyo.At("2025-06-03T10:00:00"));
        await bureau.Cases.HandleAsync(Id, new CaseCommand.RecordDraw(bureau.Now, 1, true));
    }

    private Task<DraftAnswer> SaveAsync(string industry, int seen) => desk.SaveAsync(
        Id, Company, new(new Dictionary<string, string> { ["industry"] = industry }), seen, bureau.Now);

    private async Task<IReadOnlyList<SafeCopy>> CopiesAsync()
    {
        var all = new List<SafeCopy>();
        await foreach (var copy in desk.SafeCopiesAsync())
            all.Add(copy);
        return all;
    }
}
