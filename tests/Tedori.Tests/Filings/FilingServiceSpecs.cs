using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Filings;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Filings;

/// <summary>A filing is judged and decided on one reading of the case, or judged again on the next.</summary>
public sealed class FilingServiceSpecs : IAsyncLifetime, IDisposable
{
    private static readonly CaseId Case = EvidenceOffice.Case;
    private static readonly FormKey Company = new(FormKind.Company);
    private readonly EvidenceOffice office = new();

    public async Task InitializeAsync()
    {
        await office.OpenCaseAsync();
        await office.UploadAsync("規則.pdf", SampleFiles.Pdf());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task File_ExtendedRightAfterALateFilingReadTheCase_IsJudgedAgainAndFiledWithItsFiles()
    {
        office.Office.Clock.Reset(Tokyo.At("2025-06-12T17:00:00"));
        var records = new InterposedReads(office.Office.Records, after: 1, ExtendAsync);

        var answer = await FileAsync(records);

        Assert.IsType<FilingAnswer.Filed>(answer);
        Assert.NotEmpty((await office.Office.CaseAsync(1)).Extensions);
        Assert.Null(await Drafts(office.Office.Records).ReadAsync(Case, Company));
        Assert.IsType<FilingAnswer.Filed>(await FileAsync(office.Office.Records));
        await AssertFiledOnceAsync();
    }

    [Fact]
    public async Task File_ExtendedBetweenReadAndCommit_IsJudgedAgainAndFiledWithItsFiles()
    {
        office.Office.Records.Interruption = ExtendAsync;

        var answer = await FileAsync(office.Office.Records);

        Assert.Equal(await AssertFiledOnceAsync(), Assert.IsType<FilingAnswer.Filed>(answer).Number);
        Assert.IsType<CaseEvent.CutoffExtended>((await EventsAsync())[^2].Event);
    }

    [Fact]
    public async Task File_ClosedBetweenReadAndCommit_IsRefusedAndKept()
    {
        office.Office.Records.Interruption = async () => Assert.IsType<CaseAnswer.Accepted>(
            await office.Office.Cases.HandleAsync(Case, new CaseCommand.Decline(office.Now, "都合により")));

        var answer = await FileAsync(office.Office.Records);

        Assert.Equal("caseClosed", Assert.IsType<FilingAnswer.Refused>(answer).Refusal.Code);
        Assert.NotNull(await Drafts(office.Office.Records).ReadAsync(Case, Company));
    }

    [Fact]
    public async Task File_TwiceAtOnceUnderOneKey_IsFiledOnceAndBothAnswersCarryItsNumber()
    {
        FilingAnswer? other = null;
        office.Office.Records.Interruption = async () => other = await FileAsync(office.Office.Records);

        var answer = await FileAsync(office.Office.Records);

        Assert.Equal(new FilingAnswer.Filed(await AssertFiledOnceAsync()), answer);
        Assert.Equal(answer, other);
    }

    [Fact]
    public async Task File_OtherAnswersUnderTheSameKey_IsRefusedAndKeptAsADraft()
    {
        var first = await FileAsync(office.Office.Records);

        var other = await FileAsync(office.Office.Records, ("industry", "製造業"));

        Assert.Equal("alreadyFiled", Assert.IsType<FilingAnswer.Refused>(other).Refusal.Code);
        Assert.Equal("製造業", (await Drafts(office.Office.Records).ReadAsync(Case, Company))!.Answers()["industry"]);
        Assert.Equal(first, await FileAsync(office.Office.Records));
        await AssertFiledOnceAsync();
    }

    [Fact]
    public async Task File_Late_IsRefusedAndKeptAndTheCompanyIsTold()
    {
        office.Office.Clock.Reset(Tokyo.At("2025-06-12T17:00:00"));

        var answer = await FileAsync(office.Office.Records);

        Assert.Equal("afterCutoff", Assert.IsType<FilingAnswer.Refused>(answer).Refusal.Code);
        Assert.Empty((await office.Office.CaseAsync(1)).Filed);
        Assert.Equal(
            "情報サービス業", (await Drafts(office.Office.Records).ReadAsync(Case, Company))!.Answers()["industry"]);
        Assert.IsType<CaseEvent.FilingRefused>((await EventsAsync())[^1].Event);
    }

    private async Task ExtendAsync() => Assert.IsType<CaseAnswer.Accepted>(await office.Office.Cases.HandleAsync(
        Case, new CaseCommand.ExtendCutoff(
            office.Now, Step.CompanyRegistration, Tokyo.Day("2025-06-20"), "災害", "承認者", Signed: Sample.Two)));

    private async Task<FilingAnswer> FileAsync(IRecords records, params (string Name, string Value)[] changes)
    {
        var cases = new CaseCommandHandler(
            records, office.Office.Editions, office.Office.Directory, office.Office.Hints, new());
        var service = new FilingService(
            cases, office.Office.Editions, office.Store, office.Service, Drafts(records),
            new(records, office.Office.Editions), office.Office.Clock);
        var found = (await cases.LoadAsync(Case))!;
        var form = FilingForms.Of(Sample.R7, found.State, Company)!;
        var answers = form.Take(name => changes.Concat(Filled.Company.Select(f => (f.Name, Value: f.Value ?? "")))
            .FirstOrDefault(f => f.Name == name).Value ?? "");
        return await service.FileAsync(found, form, answers, "key-1", office.Now);
    }

    private DraftService Drafts(IRecords records)
    {
        var (cases, editions) = (office.Office.Cases, office.Office.Editions);
        return new(records, editions, cases, new(records, editions, cases, office.Office.Clock));
    }

    private Task<IReadOnlyList<(int Number, CaseEvent Event)>> EventsAsync() =>
        new CaseHistory(office.Office.Records).EventsAsync(Case);

    /// <summary>Number of the one filing, which lists the statement and the upload.</summary>
    private async Task<int> AssertFiledOnceAsync()
    {
        var (number, filed) = Assert.Single(await EventsAsync(), e => e.Event is CaseEvent.CompanyRegistered);
        Assert.Equal(
            [FilingPaper.FileName, "規則.pdf"], ((CaseEvent.CompanyRegistered)filed).Filing.Files.Select(f => f.Name));
        return number;
    }
}
