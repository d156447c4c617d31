using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Post;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Office;

namespace Tedori.Tests.Post;

/// <summary>What is written in an envelope is kept and judged as what is filed online.</summary>
public sealed class PostedContentSpecs : IAsyncLifetime
{
    private static readonly CaseId Case = new(TestOffice.First, 1);
    private readonly ActingOffice office = new();

    public async Task InitializeAsync()
    {
        await office.WithWinnersAsync(1);
        office.Office.Clock.Reset(Tokyo.At("2025-06-11T10:00:00"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Envelope_StatedWhole_IsFiledWithItsStatementAndAsksForNothing()
    {
        await RecordAsync(Filled.Company);

        var filed = (await office.EventsAsync(1)).OfType<CaseEvent.CompanyRegistered>().Single().Filing;
        Assert.Equal([FilingPaper.FileName, "封筒.jpg"], filed.Files.Select(f => f.Name));
        Assert.Null((await office.Office.CaseAsync(1)).Correction);
    }

    [Fact]
    public async Task Envelope_ThatLeavesSomethingOpen_IsFiledAndAskedForIt()
    {
        await RecordAsync([.. Filled.Company.Where(f => f.Name is not ("founded" or "declaration-3"))]);

        var state = await office.Office.CaseAsync(1);
        Assert.Equal(Step.EligibilityReview, state.Step);
        Assert.Equal(2, state.Correction!.Items.Count);
        Assert.Equal("設立の年月日", state.Correction.Items[0].Subject);
    }

    private async Task RecordAsync((string Name, string? Value)[] fields) => await office.Post.RecordAsync(new(
        "e1", Case, Step.CompanyRegistration, null, Tokyo.Day("2025-06-11"), "簡易書留", null, [Sample.File("封筒.jpg")], [], 0,
        [new(ActingOffice.Ito.Id, ActingOffice.Ito.Name, Tokyo.Day("2025-06-10"), office.Office.Now)],
        EnvelopeState.AwaitingSecondReading)
    {
        Answers = fields.ToDictionary(f => f.Name, f => f.Value!),
    });
}
