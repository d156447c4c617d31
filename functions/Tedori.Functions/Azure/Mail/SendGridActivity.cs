using System.Net;
using System.Text.Json;
using SendGrid;
using Tedori.Functions.Mail;
using Tedori.Workflows.Mail;

namespace Tedori.Functions.Azure.Mail;

/// <summary>
/// SendGrid's Email Activity, an addition that an account buys: which messages it took. It lags behind by minutes, so what
/// it does not name may have been taken all the same.
/// </summary>
internal sealed class SendGridActivity(ISendGridClient client, TimeSpan longest)
{
    /// <summary>Whether a message with this notice was taken, as far as it can be found out.</summary>
    public async Task<MailAnswer> AskAsync(AskedMail mail, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(longest);
        try
        {
            var query = $"(unique_args['{MailEventReader.NoticeArgument}']=\"{mail.NoticeId}\")";
            var response = await client.RequestAsync(
                BaseClient.Method.GET, urlPath: $"messages?limit=10&query={Uri.EscapeDataString(query)}",
                cancellationToken: bounded.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                return new MailAnswer.Unknown();
            using var body = JsonDocument.Parse(await response.Body.ReadAsStringAsync(bounded.Token));
            return Read(body.RootElement, mail.To);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Not to know is an answer: the report is waited for.
            return new MailAnswer.Unknown();
        }
    }

    // The address too, so that an answer to another question than was asked is none.
    private static MailAnswer Read(JsonElement body, string to) => body.GetProperty("messages").EnumerateArray()
        .Where(m => string.Equals(m.GetProperty("to_email").GetString(), to, StringComparison.OrdinalIgnoreCase))
        .Select(m => new MailAnswer.Taken(new(
            (m.GetProperty("msg_id").GetString() ?? "").Split('.')[0], m.GetProperty("status").GetString() == "delivered")))
        .FirstOrDefault<MailAnswer>(new MailAnswer.Unknown());
}
