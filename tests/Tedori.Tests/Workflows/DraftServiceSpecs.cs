using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Editions;

namespace Tedori.Tests.Workflows;

public sealed class DraftServiceSpecs
{
    private static readonly CaseId Id = new(TestOffice.First, 1);
    private static readonly FormKey Company = new(FormKind.Company);
    private readonly TestOffice office = new();
    private readonly DraftService service;

    public DraftServiceSpecs()
    {
        var editions = new EditionCatalog(Sample.R7);
        var copies = new SafeCopies(office.Records, editions, office.Cases, office.Clock);
        service = new(office.Records, editions, office.Cases, copies);
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
        Assert.Equal("B", (await service.ReadAsync(Id, Company))!.Answers()["industry"]);
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
        office.Records.Interruption = async () =>
        {
            office.Records.Interruption = () => SaveAsync("B", seen: 0);
            await Task.CompletedTask;
        };

        Assert.IsType<DraftAnswer.Overtaken>(await SaveAsync("A", seen: 0));
        Assert.Equal("B", (await service.ReadAsync(Id, Company))!.Answers()["industry"]);
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
        office.Clock.Reset(Tokyo.At("2025-06-12T16:59:00"));
        await SaveAsync("A", seen: 0);
        office.Clock.Reset(Tokyo.At("2025-06-12T17:00:00"));
        await SaveAsync("B", seen: 1);
        await SaveAsync("C", seen: 2);

        var copy = Assert.Single(await CopiesAsync());

        Assert.Equal("A", copy.Draft.Answers()["industry"]);
        Assert.True(copy.SavedInTime);
        Assert.Equal("C", (await service.ReadAsync(Id, Company))!.Answers()["industry"]);
        Assert.Empty((await office.CaseAsync(1)).Filed);
    }

    [Fact]
    public async Task SafeCopies_OfATextThatCameLate_SayIt()
    {
        await WonAsync();
        office.Clock.Reset(Tokyo.At("2025-06-12T17:00:00"));
        await SaveAsync("A", seen: 0);

        Assert.False(Assert.Single(await CopiesAsync()).SavedInTime);
    }

    [Fact]
    public async Task SafeCopies_OfWhatWasFiled_AreNone()
    {
        await WonAsync();
        await SaveAsync("A", seen: 0);
        await office.Cases.HandleAsync(
            Id, new CaseCommand.RegisterCompany(office.Now, Sample.Web(office.Now)));
        office.Clock.Reset(Tokyo.At("2025-06-13T09:00:00"));

        Assert.Empty(await CopiesAsync());
    }

    [Fact]
    public async Task Drop_Repeated_LeavesNothingBehind()
    {
        await WonAsync();
        await SaveAsync("A", seen: 0);
        await service.DropAsync(Id, Company);
        await service.DropAsync(Id, Company);
        office.Clock.Reset(Tokyo.At("2025-06-13T09:00:00"));

        Assert.Null(await service.ReadAsync(Id, Company));
        Assert.Empty(await CopiesAsync());
    }

    private async Task EnteredAsync()
    {
        await office.Rounds.AdvanceAsync(TestOffice.First);
        await office.EnterAsync(1);
    }

    private async Task WonAsync()
    {
        await EnteredAsync();
        office.Clock.Reset(Tokyo.At("2025-06-03T10:00:00"));
        await office.Cases.HandleAsync(Id, new CaseCommand.RecordDraw(office.Now, 1, true));
    }

    private Task<DraftAnswer> SaveAsync(string industry, int seen) => service.SaveAsync(
        Id, Company, new(new Dictionary<string, string> { ["industry"] = industry }), seen, office.Now);

    private async Task<IReadOnlyList<SafeCopy>> CopiesAsync()
    {
        var all = new List<SafeCopy>();
        await foreach (var copy in service.SafeCopiesAsync())
            all.Add(copy);
        return all;
    }
}
