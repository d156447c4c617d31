using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Local.Evidence;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Testing.Data;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Records;

namespace Tedori.Testing.Evidence;

/// <summary>
/// The evidence service over records in memory and files on disk, with a case that may register its company.
/// </summary>
internal sealed class EvidenceOffice : IDisposable
{
    public static readonly CaseId Case = CaseId.Parse("r7-01-00001");
    private readonly TemporaryFolder folder = new();

    public EvidenceOffice()
    {
        Office = new(add: ports =>
            ports.AddSingleton<IQuarantine>(_ => Quarantine!).AddSingleton<IEvidenceStore>(_ => Store!));
        Urls = new(new byte[32], Office.Clock);
        Store = new(folder["evidence"], Urls, Office.Clock);
        Quarantine = new(folder["quarantine"], Store, Urls);
    }

    public TestOffice Office { get; }

    public StoreUrls Urls { get; }

    public DiskEvidence Store { get; }

    public DiskQuarantine Quarantine { get; }

    public EvidenceRecords Records => Office.Get<EvidenceRecords>();

    public UploadRegistration Registration => Office.Get<UploadRegistration>();

    public EvidenceService Service => Office.Get<EvidenceService>();

    public VirusVerdicts Verdicts => Office.Get<VirusVerdicts>();

    public Instant Now => Office.Now;

    public async Task OpenCaseAsync()
    {
        await Office.ReleaseAsync(1);
        await Office.PublishAsync();
    }

    /// <summary>Opens an upload and writes its file, as a browser would, without registering it.</summary>
    public async Task<int> ArriveAsync(string name, byte[] content, int? declared = null)
    {
        var opened = await Service.OpenUploadAsync(Case, name, declared ?? content.Length);
        var number = Assert.IsType<EvidenceAnswer.Opened>(opened).Ticket.UploadId;
        await Quarantine.WriteAsync(await PartsAsync(number), new MemoryStream(content));
        return number;
    }

    public async Task<HeldFile> UploadAsync(string name, byte[] content)
    {
        var answer = await Service.RegisterUploadAsync(Case, await ArriveAsync(name, content));
        return Assert.IsType<EvidenceAnswer.Registered>(answer).File;
    }

    public async Task<UploadParts> PartsAsync(int number) =>
        (await Records.UploadAsync(Case, number, CancellationToken.None))!.Body.PartsIn(Case);

    /// <summary>Files the company registration with the files of the draft.</summary>
    public async Task FileAsync(IReadOnlyList<EvidenceFile> files)
    {
        var filing = new Filing("filing-1", new Receipt.Electronic(Now), files);
        Assert.IsType<CaseAnswer.Accepted>(
            await Office.Cases.HandleAsync(Case, new CaseCommand.RegisterCompany(Now, filing)));
    }

    public IReadOnlyList<string> Rows(string prefix) =>
        [.. Office.Records.Keys(RecordSet.Cases, Case.ToString()).Where(
            k => k.StartsWith(prefix, StringComparison.Ordinal))];

    public string[] Stored() => Files("evidence");

    public string[] Quarantined() => Files("quarantine");

    public void Dispose() => folder.Dispose();

    private string[] Files(string name) =>
        Directory.Exists(folder[name]) ? Directory.GetFiles(folder[name], "*", SearchOption.AllDirectories) : [];
}
