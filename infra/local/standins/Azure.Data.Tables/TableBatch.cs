#nullable disable
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

// An entity group transaction: one multipart request with a change set of requests.
internal sealed class TableBatch(TableService service, string table, IReadOnlyList<TableTransactionAction> actions)
{
    private const string Line = "\r\n";
    private readonly Guid id = Guid.NewGuid();

    public async Task<Response<IReadOnlyList<Response>>> SubmitAsync(CancellationToken cancellation)
    {
        if (actions.Count == 0)
            throw new InvalidOperationException("Transaction must contain at least one action.");
        var message = service.Message(RequestMethod.Post, "$batch");
        message.Request.Headers.Add("Content-Type", $"multipart/mixed; boundary=batch_{id}");
        message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(Body()));
        var response = await service.SendAsync(message, cancellation, 202).ConfigureAwait(false);
        var parts = PartResponse.Read(response);
        if (parts.FirstOrDefault(part => part.Status >= 400) is { } failed)
            throw new TableTransactionFailedException(TableErrors.Of(failed));
        return parts.Count == actions.Count
            ? Response.FromValue<IReadOnlyList<Response>>(parts, response)
            : throw new InvalidDataException($"{actions.Count} actions were answered with {parts.Count} results.");
    }

    private string Body()
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"--batch_{id}{Line}")
            .Append("Content-Type: multipart/mixed; ")
            .Append(CultureInfo.InvariantCulture, $"boundary=changeset_{id}{Line}{Line}");
        foreach (var action in actions)
        {
            body.Append(CultureInfo.InvariantCulture, $"--changeset_{id}{Line}")
                .Append($"Content-Type: application/http{Line}Content-Transfer-Encoding: binary{Line}{Line}");
            Append(body, action);
        }

        return body.Append(CultureInfo.InvariantCulture, $"--changeset_{id}--{Line}--batch_{id}--{Line}").ToString();
    }

    private void Append(StringBuilder body, TableTransactionAction action)
    {
        var entity = action.Entity;
        var adds = action.ActionType == TableTransactionActionType.Add;
        var keys = adds
            ? ""
            : $"(PartitionKey='{TableService.Key(entity.PartitionKey)}',RowKey='{TableService.Key(entity.RowKey)}')";
        body.Append(CultureInfo.InvariantCulture, $"{Verb(action)} {service.Endpoint}/{table}{keys} HTTP/1.1{Line}")
            .Append($"Accept: {TableService.Json}{Line}DataServiceVersion: 3.0{Line}");
        if (IfMatch(action) is { } match)
            body.Append(CultureInfo.InvariantCulture, $"If-Match: {match}{Line}");
        if (adds)
            body.Append($"Prefer: return-no-content{Line}");
        if (action.ActionType != TableTransactionActionType.Delete)
            body.Append($"Content-Type: application/json{Line}{Line}{EntityJson.Write(entity)}");
        body.Append(Line);
    }

    private static string Verb(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE",
        _ => throw new InvalidOperationException("Unknown transaction action."),
    };

    // An update without an ETag is an upsert, a delete without one takes any version.
    private static string IfMatch(TableTransactionAction action) => (action.ActionType, action.ETag != default) switch
    {
        (TableTransactionActionType.Delete, false) => ETag.All.ToString(),
        (TableTransactionActionType.Delete, true) => action.ETag.ToString(),
        (TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace, true) =>
            action.ETag.ToString(),
        _ => null,
    };
}
