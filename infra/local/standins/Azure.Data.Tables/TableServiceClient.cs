#nullable disable
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private readonly TableService service;

    protected TableServiceClient()
    {
    }

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
    {
        var (endpoint, credential) = TableConnectionString.Parse(connectionString);
        service = new(endpoint, new SharedKeyLitePolicy(credential), options);
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options) =>
        service = new(endpoint, new SharedKeyLitePolicy(credential), options);

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null) =>
        service = new(
            endpoint,
            new BearerTokenAuthenticationPolicy(tokenCredential, "https://storage.azure.com/.default"),
            options);

    public virtual Uri Uri => new(service.Endpoint);

    public virtual TableClient GetTableClient(string tableName) => new(service, tableName);
}
