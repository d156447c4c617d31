#nullable disable
using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

// Follows the continuation headers of a query. The service may answer with an empty page that has a next one.
internal sealed class EntityPages<T>(
    TableService service, string table, string filter, int? maxPerPage, string select, CancellationToken cancellation)
    : AsyncPageable<T>(cancellation)
    where T : class, ITableEntity
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var response = await service.SendAsync(
                service.Message(RequestMethod.Get, Address(continuationToken, pageSizeHint ?? maxPerPage)),
                CancellationToken,
                200).ConfigureAwait(false);
            using var json = JsonDocument.Parse(response.Content);
            var found = json.RootElement.GetProperty("value").EnumerateArray();
            List<T> values = [.. found.Select(entity => EntityJson.As<T>(EntityJson.Read(entity)))];
            continuationToken = Next(response);
            yield return Page<T>.FromValues(values, continuationToken, response);
        }
        while (continuationToken is not null);
    }

    private string Address(string continuationToken, int? top)
    {
        var address = $"{table}()?{TableService.Format}{select}";
        if (filter is not null)
            address += $"&$filter={Uri.EscapeDataString(filter)}";
        if (top is { } most)
            address += string.Create(CultureInfo.InvariantCulture, $"&$top={most}");
        if (continuationToken?.Split(' ', 2) is [var partition, var row])
        {
            address += $"&NextPartitionKey={Uri.EscapeDataString(partition)}";
            if (row.Length > 0)
                address += $"&NextRowKey={Uri.EscapeDataString(row)}";
        }

        return address;
    }

    private static string Next(Response response) =>
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition)
            ? $"{partition} {(response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) ? row : "")}"
            : null;
}
