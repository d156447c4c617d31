using Tedori.Engine;
using Tedori.Programme;
using Tedori.Tests.Conformance.Backends;
using Tedori.Tests.Histories;

namespace Tedori.Tests.Conformance.App;

[Collection(HubTestGroup.Name)]
public sealed class ProgrammeSpecsOnAzureStorage(HubEmulator emulator)
    : ProgrammeSpecs(BackendKind.AzureStorage, emulator)
{
    private readonly List<string> histories = [];

    // What Azure Storage keeps of the case replays as it is; the third look sees the end.
    private protected override async Task SeenAsync(AppOnBackend app, CaseId id)
    {
        var history = await ((AzureStorageBackend)app.Backend).HistoryAsync(id.ToString());
        HistoryReplay.Run(history, AzureStorageHistories.Registry(), AzureStorageHistories.Recorded);
        histories.Add(history);
        if (histories.Count == 3 && Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1")
            await AzureStorageHistories.WriteAsync(histories);
    }
}
