#nullable disable
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

// Signs the date and the path, https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key
internal sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var resource = $"/{credential.AccountName}{message.Request.Uri.ToUri().AbsolutePath}";
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue(
            "Authorization", $"SharedKeyLite {credential.AccountName}:{credential.Sign($"{date}\n{resource}")}");
    }
}
