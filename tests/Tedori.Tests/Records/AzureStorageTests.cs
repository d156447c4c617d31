using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Tedori.Functions.Azure.Tables;
using Tedori.Functions.Composition;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

public sealed class AzureStorageTests
{
    [Fact]
    public void Records_WithAnIdentity_AreTables()
    {
        var services = new ServiceCollection().AddAzureRecords(
            new Uri("https://account.table.core.windows.net"), Mock.Of<TokenCredential>());
        using var all = services.BuildServiceProvider();
        Assert.IsType<TableRecords>(all.GetRequiredService<IRecords>());
        Assert.Same(all.GetRequiredService<IRecords>(), all.GetRequiredService<IAllRecords>());
    }

    [Fact]
    public void Records_EndpointInTheClear_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new ServiceCollection().AddAzureRecords(
            new Uri("http://account.table.core.windows.net"), Mock.Of<TokenCredential>()));

    [Fact]
    public void Records_AccountKeyBeyondThisMachine_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new ServiceCollection().AddAzureRecords("AccountName=account;AccountKey=AAAA"));
}
