using System.Text.RegularExpressions;

namespace Tedori.Tests.Infrastructure;

/// <summary>Roles are built-in ones under their known ids, few, and no key opens anything.</summary>
public sealed class AccessTests
{
    // Ids of built-in roles are the same in every tenant.
    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "storageBlobDataOwner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "storageBlobDataContributor",
        ["db58b8e5-c6ad-4a2a-8342-4190687cbf4a"] = "storageBlobDelegator",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "storageQueueDataContributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "storageTableDataContributor",
        ["e147488a-f6f5-4113-8e2d-b22465e65bf6"] = "keyVaultCryptoServiceEncryptionUser",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "keyVaultSecretsUser",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "monitoringMetricsPublisher",
        ["0ad04412-c4d5-4796-b79c-f76d14c8d402"] = "dataContributor",
    };

    private static readonly Regex Guids = new("'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'");

    [Fact]
    public void Roles_AreBuiltInOnesUnderTheirNames()
    {
        foreach (var (file, symbol, id) in NamedGuids())
            Assert.True(BuiltIn.GetValueOrDefault(id) == symbol, $"{file}: {symbol} is not the name of {id}.");
    }

    [Fact]
    public void Roles_EveryDeclaredOne_IsAssigned()
    {
        var access = BicepFile.Module("access");
        var declared = access.Declared.Single(d => d.Symbol == "roles").Keys();

        Assert.Equal(
            declared.Order(),
            Regex.Matches(access.Text, @"'Microsoft\.Authorization/roleDefinitions', roles\.(\w+)\)")
            .Select(match => match.Groups[1].Value).Distinct().Order());
    }

    [Fact]
    public void Roles_OfFiles_AreOnContainersAndNotOnTheAccount()
    {
        var onAccount = BicepFile.Module("access").Resources.Where(r => r.ValueOf("scope") == "evidence")
            .Select(r => r.Symbol);

        Assert.Equal(["uploads"], onAccount);
    }

    [Fact]
    public void StorageAccounts_HaveNoKeysNoPublicBlobsAndTls12()
    {
        var accounts = BicepFile.All.SelectMany(file => file.Resources)
            .Where(r => r.Type.StartsWith("Microsoft.Storage/storageAccounts@", StringComparison.Ordinal)
                && !r.IsExisting).ToList();

        Assert.Equal(3, accounts.Count);
        Assert.All(accounts, account => Assert.Equal("false", account.ValueOf("allowSharedKeyAccess")));
        Assert.All(accounts, account => Assert.Equal("false", account.ValueOf("allowBlobPublicAccess")));
        Assert.All(accounts, account => Assert.Equal("TLS1_2", account.ValueOf("minimumTlsVersion")));
        Assert.All(accounts, account => Assert.Equal("true", account.ValueOf("supportsHttpsTrafficOnly")));
    }

    [Fact]
    public void NoFile_AsksAResourceForItsKeys() =>
        Assert.All(BicepFile.All, file => Assert.DoesNotMatch(@"list\w*Keys?\(|AccountKey|listCredentials", file.Text));

    [Fact]
    public void Vault_KeepsWhatIsDeletedAndAsksForRoles()
    {
        var vault = BicepFile.Module("vault").Resources.Single(r => r.Symbol == "vault");

        Assert.Equal("true", vault.ValueOf("enableRbacAuthorization"));
        Assert.Equal("true", vault.ValueOf("enablePurgeProtection"));
        Assert.Equal("true", vault.ValueOf("enableSoftDelete"));
    }

    private static IEnumerable<(string File, string Symbol, string Id)> NamedGuids() =>
        from file in BicepFile.All
        where file.Name is "access.bicep" or "scheduler.bicep"
        from line in file.Text.Split('\n')
        let id = Guids.Match(line)
        where id.Success
        select (file.Name, Regex.Match(line, @"(\w+)(?::| =) '").Groups[1].Value, id.Groups[1].Value);
}
