using System.Text.RegularExpressions;

namespace Tedori.Tests.Infrastructure;

/// <summary>Roles are built-in ones under their known ids, few, and no key opens anything.</summary>
public sealed class AccessTests
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments";
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";

    // Ids of built-in roles are the same in every tenant.
    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageBlobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["storageBlobDataReader"] = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
        ["storageBlobDelegator"] = "db58b8e5-c6ad-4a2a-8342-4190687cbf4a",
        ["storageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["storageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["keyVaultCryptoServiceEncryptionUser"] = "e147488a-f6f5-4113-8e2d-b22465e65bf6",
        ["keyVaultSecretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
    };

    private static readonly ArmTemplate Access = Compiled.Module("access");

    [Fact]
    public void Roles_AreBuiltInOnesUnderTheirNames()
    {
        Assert.Equal(
            BuiltIn.OrderBy(role => role.Key),
            Access.Variable("roles").EnumerateObject().OrderBy(role => role.Name)
                .Select(role => KeyValuePair.Create(role.Name, role.Value.GetString()!)));
        // Durable Task Data Contributor.
        Assert.Equal(
            "0ad04412-c4d5-4796-b79c-f76d14c8d402", Compiled.Module("scheduler").Variable("dataContributor").GetString());
    }

    [Fact]
    public void Roles_OfTheIdentity_AreTheseOnTheseAndNoOthers() => Assert.Equal(
        new[]
        {
            ("storageBlobDataOwner", Account, "hostName", ""),
            ("storageQueueDataContributor", Account, "hostName", "[parameters('taskHubInStorage')]"),
            ("storageTableDataContributor", Account, "hostName", "[parameters('taskHubInStorage')]"),
            ("storageTableDataContributor", Account, "recordsName", ""),
            ("storageBlobDataContributor", Container, "recordsName, 'default', 'keyring'", ""),
            ("storageBlobDataContributor", Container,
                "evidenceName, 'default', variables('evidenceContainers')[copyIndex()]", ""),
            ("storageBlobDataReader", Container, "evidenceName, 'default', 'editions'", ""),
            ("storageBlobDelegator", Account, "evidenceName", ""),
            ("keyVaultCryptoServiceEncryptionUser", "Microsoft.KeyVault/vaults/keys", "vaultName, 'keyring'", ""),
            ("keyVaultSecretsUser", "Microsoft.KeyVault/vaults", "vaultName", ""),
            ("monitoringMetricsPublisher", "Microsoft.Insights/components", "insightsName", ""),
        }.Order(),
        Assignments(Access).Select(Read).Order());

    [Fact]
    public void Roles_AreAssignedInTwoPlacesToTheIdentityOnly()
    {
        Assert.Equal(12, Compiled.All.SelectMany(Assignments).Count());
        Assert.Single(Assignments(Compiled.Module("scheduler")));
        Assert.All(Compiled.All.SelectMany(Assignments), assignment => Assert.Equal(
            ("ServicePrincipal", "[parameters('principalId')]"),
            (assignment.Property("principalType"), assignment.Property("principalId"))));
        Assert.All(["access", "scheduler"], module => Assert.Contains(
            "'identity')", Given(module)["principalId"], StringComparison.Ordinal));
    }

    [Fact]
    public void Roles_OfTheTaskHub_AreGivenWhereTheSchedulerIsNotChosen() =>
        Assert.Equal("[not(variables('scheduled'))]", Given("access")["taskHubInStorage"]);

    [Fact]
    public void StorageAccounts_HaveNoKeysNoPublicBlobsAndTls12()
    {
        var accounts = Compiled.All.SelectMany(template => template.Resources).Where(r => r.Type == Account).ToList();

        Assert.Equal(3, accounts.Count);
        Assert.All(accounts, account =>
        {
            Assert.Equal("False", account.Property("allowSharedKeyAccess"));
            Assert.Equal("False", account.Property("allowBlobPublicAccess"));
            Assert.Equal("TLS1_2", account.Property("minimumTlsVersion"));
            Assert.Equal("True", account.Property("supportsHttpsTrafficOnly"));
        });
    }

    [Fact]
    public void NoTemplate_AsksAResourceForItsKeys() => Assert.All(
        Compiled.All, template => Assert.DoesNotMatch(@"\blist\w*\(|AccountKey|listCredentials", template.Text));

    [Fact]
    public void Vault_KeepsWhatIsDeletedAsksForRolesAndTellsWhoAsked()
    {
        var vault = Compiled.Module("vault").Single("Microsoft.KeyVault/vaults");
        Assert.Equal("True", vault.Property("enableRbacAuthorization"));
        Assert.Equal("True", vault.Property("enablePurgeProtection"));
        Assert.Equal("True", vault.Property("enableSoftDelete"));

        var audit = Compiled.Module("vault").Single("Microsoft.Insights/diagnosticSettings");
        Assert.Equal("[parameters('workspaceId')]", audit.Property("workspaceId"));
        var log = Assert.Single(audit.Properties.GetProperty("logs").EnumerateArray());
        Assert.Equal(("AuditEvent", true), (log.GetProperty("category").GetString(), log.GetProperty("enabled")
            .GetBoolean()));
        Assert.Contains("'telemetry')", Given("vault")["workspaceId"], StringComparison.Ordinal);
    }

    private static IEnumerable<ArmResource> Assignments(ArmTemplate template) =>
        template.Resources.Where(resource => resource.Type == Assignment);

    private static IReadOnlyDictionary<string, string> Given(string module) =>
        Compiled.Main.Modules.Single(m => m.Name == module).Given;

    private static (string Role, string On, string Which, string Condition) Read(ArmResource assignment)
    {
        var role = Regex.Match(
            assignment.Property("roleDefinitionId"),
            @"^\[subscriptionResourceId\('Microsoft\.Authorization/roleDefinitions', variables\('roles'\)\.(\w+)\)\]$");
        var scope = Regex.Match(assignment.Scope!, @"^\[resourceId\('([\w./]+)', parameters\('(\w+)'\)(.*)\)\]$");
        Assert.True(role.Success && scope.Success, assignment.Json.GetRawText());
        return (role.Groups[1].Value, scope.Groups[1].Value, scope.Groups[2].Value + scope.Groups[3].Value,
            assignment.Condition ?? "");
    }
}
