#nullable disable
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

// {"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"..."}}}
internal sealed class TableErrors : RequestFailedDetailsParser
{
    public static readonly TableErrors Parser = new();

    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        (error, data) = (null, null);
        try
        {
            using var json = JsonDocument.Parse(response.Content);
            var told = json.RootElement.GetProperty("odata.error");
            var message = told.GetProperty("message").GetProperty("value").GetString();
            error = new(told.GetProperty("code").GetString(), message);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // The status tells then; the exception that is thrown has it.
            return false;
        }
    }

    public static RequestFailedException Of(Response response) => new(response, null, Parser);
}
