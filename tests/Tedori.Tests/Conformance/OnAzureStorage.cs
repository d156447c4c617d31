using Tedori.Tests.Azurite;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

[NeedsAzurite]
[Collection(HubTestGroup.Name)]
public sealed class ActivitySpecsOnAzureStorage(HubEmulator emulator)
    : ActivitySpecs(BackendKind.AzureStorage, emulator);
