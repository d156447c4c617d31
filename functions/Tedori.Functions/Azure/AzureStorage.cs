using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Azure.Tables;
using Tedori.Workflows.Records;

namespace Tedori.Functions.Azure;

/// <summary>Registers the stores of a storage account.</summary>
public static class AzureStorage
{
    /// <summary>The record in the account's tables, under an identity of the platform.</summary>
    public static TServices AddAzureRecords<TServices>(this TServices services, Uri endpoint, TokenCredential credential)
        where TServices : IServiceCollection =>
        services.AddAzureRecords(options => new TableServiceClient(endpoint, credential, options));

    /// <summary>The record in the tables of a connection string: for Azurite, which knows no identities.</summary>
    public static TServices AddAzureRecords<TServices>(this TServices services, string connectionString)
        where TServices : IServiceCollection =>
        services.AddAzureRecords(options => new TableServiceClient(connectionString, options));

    private static TServices AddAzureRecords<TServices>(
        this TServices services, Func<TableClientOptions, TableServiceClient> connect)
        where TServices : IServiceCollection
    {
        services.AddSingleton(_ => new TableRecords(connect));
        services.AddSingleton<IAllRecords>(all => all.GetRequiredService<TableRecords>());
        services.AddSingleton<IRecords>(all => all.GetRequiredService<TableRecords>());
        return services;
    }
}
