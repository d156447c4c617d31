using Tedori.Programme;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>Specs of one open case that has files.</summary>
public abstract class EvidenceSpecs : IAsyncLifetime, IDisposable
{
    private protected static readonly CaseId Case = EvidenceOffice.Case;
    private protected readonly EvidenceOffice office = new();

    private protected EvidenceService Service => office.Service;

    public Task InitializeAsync() => office.OpenCaseAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        office.Dispose();
        GC.SuppressFinalize(this);
    }
}
