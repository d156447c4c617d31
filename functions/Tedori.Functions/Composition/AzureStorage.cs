using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Azure.Tables;
using Tedori.Workflows.Records;

namespace Tedori.Functions.Composition;

/// <summary>Registers the stores of a storage account.</summary>
public static class AzureStorage
{
    /// <summary>The record in the account's tables, with the app's own identity.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="endpoint">Table endpoint of the account, https.</param>
    /// <param name="credential">The identity; it needs Storage Table Data Contributor.</param>
    /// <exception cref="ArgumentException">The endpoint is not https.</exception>
    public static TServices AddAzureRecords<TServices>(
        this TServices services, Uri endpoint, TokenCredential credential)
        where TServices : IServiceCollection =>
        endpoint.Scheme == Uri.UriSchemeHttps
            ? services.AddAzureRecords(options => new TableServiceClient(endpoint, credential, options), "")
            : throw new ArgumentException($"The records endpoint '{endpoint}' is not https.", nameof(endpoint));

    /// <summary>The record in the tables of an emulator, with the account key in the connection string.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="connectionString">The emulator's.</param>
    /// <param name="prefix">Put before the names of the tables, for those who share an emulator.</param>
    /// <exception cref="ArgumentException">It is not on this machine: no account key is used on Azure.</exception>
    public static TServices AddAzureRecords<TServices>(
        this TServices services, string connectionString, string prefix = "")
        where TServices : IServiceCollection =>
        new TableServiceClient(connectionString).Uri.IsLoopback
            ? services.AddAzureRecords(options => new TableServiceClient(connectionString, options), prefix)
            : throw new ArgumentException(
                "An account key is for the emulator on this machine only: give an identity.", nameof(connectionString));

    private static TServices AddAzureRecords<TServices>(
        this TServices services, Func<TableClientOptions, TableServiceClient> connect, string prefix)
        where TServices : IServiceCollection
    {
        services.AddSingleton(_ => new TableRecords(connect, prefix));
        services.AddSingleton<IAllRecords>(all => all.GetRequiredService<TableRecords>());
        services.AddSingleton<IRecords>(all => all.GetRequiredService<TableRecords>());
        return services;
    }
}
