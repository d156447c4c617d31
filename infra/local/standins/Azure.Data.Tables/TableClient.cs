#nullable disable
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

public class TableClient
{
    private readonly TableService service;

    protected TableClient()
    {
    }

    internal TableClient(TableService service, string tableName)
    {
        this.service = service;
        Name = tableName;
    }

    public virtual string Name { get; }

    public virtual Uri Uri => new($"{service.Endpoint}/{Name}");

    public static string CreateQueryFilter(FormattableString filter) => TableFilter.Of(filter);

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var json = JsonSerializer.Serialize(new { TableName = Name });
        var response = await service
            .SendAsync(service.Message(RequestMethod.Post, "Tables", json), cancellationToken, 201, 204, 409)
            .ConfigureAwait(false);
        if (response.Status == 409 && TableErrors.Of(response) is { ErrorCode: not "TableAlreadyExists" } failure)
            throw failure;
        return Response.FromValue(new TableItem(Name), response);
    }

    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        service.SendAsync(service.Message(RequestMethod.Delete, $"Tables('{Name}')"), cancellationToken, 204, 404);

    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        service.SendAsync(
            service.Message(RequestMethod.Post, Name, EntityJson.Write(entity)), cancellationToken, 201, 204);

    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("Value cannot be empty.", nameof(ifMatch))
            : WriteAsync(entity, ifMatch, mode, cancellationToken);

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        WriteAsync(entity, default, mode, cancellationToken);

    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        var message = service.Message(RequestMethod.Delete, Address(partitionKey, rowKey));
        message.Request.Headers.Add("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString());
        return service.SendAsync(message, cancellationToken, 204, 404);
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync(partitionKey, rowKey, select, [200], cancellationToken).ConfigureAwait(false);
        return Response.FromValue(Entity<T>(response), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync(partitionKey, rowKey, select, [200, 404], cancellationToken)
            .ConfigureAwait(false);
        return response.Status == 404
            ? new NoEntityResponse<T>(response)
            : Response.FromValue(Entity<T>(response), response);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new EntityPages<T>(service, Name, filter, maxPerPage, Select(select), cancellationToken);

    public virtual Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        new TableBatch(service, Name, [.. transactionActions]).SubmitAsync(cancellationToken);

    internal static string Select(IEnumerable<string> select) =>
        select is null ? "" : $"&$select={Uri.EscapeDataString(string.Join(',', select))}";

    private static T Entity<T>(Response response)
        where T : class, ITableEntity
    {
        using var json = JsonDocument.Parse(response.Content);
        return EntityJson.As<T>(EntityJson.Read(json.RootElement));
    }

    private Task<Response> WriteAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellationToken)
        where T : ITableEntity
    {
        var message = service.Message(
            mode == TableUpdateMode.Merge ? RequestMethod.Patch : RequestMethod.Put,
            Address(entity.PartitionKey, entity.RowKey),
            EntityJson.Write(entity));
        if (ifMatch != default)
            message.Request.Headers.Add("If-Match", ifMatch.ToString());
        return service.SendAsync(message, cancellationToken, 204);
    }

    private Task<Response> GetAsync(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select,
        int[] expected,
        CancellationToken cancellationToken)
    {
        var address = $"{Address(partitionKey, rowKey)}?{TableService.Format}{Select(select)}";
        return service.SendAsync(service.Message(RequestMethod.Get, address), cancellationToken, expected);
    }

    private string Address(string partitionKey, string rowKey) =>
        $"{Name}(PartitionKey='{TableService.Key(partitionKey)}',RowKey='{TableService.Key(rowKey)}')";
}
