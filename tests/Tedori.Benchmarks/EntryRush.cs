using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Tedori.Functions.Public.Entries;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;

namespace Tedori.Benchmarks;

/// <summary>
/// The opening minute: many companies enter at once over real HTTP, each as a browser does it: the form, the entry with the
/// form's token and key, the receipt.
/// </summary>
public sealed partial class EntryRush(Uri site, Edition edition)
{
    /// <summary>Makes so many companies enter from so many connections, each of an address of its own.</summary>
    public async Task<IReadOnlyList<RushOutcome>> RunAsync(int entries, int connections)
    {
        var next = -1;
        var outcomes = new ConcurrentBag<RushOutcome>();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(c => Task.Run(async () =>
        {
            using var http = NewClient(c);
            for (var n = Interlocked.Increment(ref next); n < entries; n = Interlocked.Increment(ref next))
                outcomes.Add(await EnterAsync(http, n));
        })));
        return [.. outcomes.OrderBy(o => o.Number)];
    }

    private HttpClient NewClient(int connection)
    {
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 1 };
        // Each is a caller of its own: all of 127.0.0.0/8 is this machine.
        var from = new IPEndPoint(new IPAddress([127, 0, 2, (byte)(connection + 1)]), 0);
        handler.ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(from);
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return new HttpClient(handler)
        {
            BaseAddress = site,
            // How long an entry took is measured; none is given up because the machine is slow.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    private async Task<RushOutcome> EnterAsync(HttpClient http, int number)
    {
        using var page = await http.GetAsync(new Uri("/entry", UriKind.Relative));
        var form = await page.Content.ReadAsStringAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/entry");
        request.Headers.Add("Cookie", CookieOf(page));
        request.Content = new FormUrlEncodedContent(
            [.. HiddenFieldsOf(form), .. Typed(number), new(EntryModel.ActionField, EntryModel.Send)]);
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var receipt = answer.StatusCode == HttpStatusCode.SeeOther ? await ReceiptAsync(http, CookieOf(answer)) : null;
        return new(number, receipt, (int)answer.StatusCode, elapsed);
    }

    private static async Task<string?> ReceiptAsync(HttpClient http, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, EntryReceipts.Path);
        request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request);
        var found = ReceiptNumber().Match(await answer.Content.ReadAsStringAsync());
        return found.Success ? found.Groups[1].Value : null;
    }

    private static string CookieOf(HttpResponseMessage answer) => string.Join("; ", answer.Headers
        .Where(h => h.Key == "Set-Cookie").SelectMany(h => h.Value).Select(c => c.Split(';')[0]));

    private static IEnumerable<KeyValuePair<string, string>> HiddenFieldsOf(string page) => HiddenField().Matches(page)
        .Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));

    private IEnumerable<KeyValuePair<string, string>> Typed(int number) => new Dictionary<string, string>
    {
        [EntryField.Kind] = EntryDeclaration.Corporation,
        [EntryField.CompanyName] = string.Create(CultureInfo.InvariantCulture, $"株式会社見本{number:00000}"),
        [EntryField.CorporateNumber] = CorporateNumber.FromBase(number.ToString("000000000000", CultureInfo.InvariantCulture)).Digits,
        [EntryField.Representative] = "見本 太郎",
        [EntryField.Address] = string.Create(CultureInfo.InvariantCulture, $"東京都千代田区飯田橋{number}-1"),
        [EntryField.Employees] = "25",
        [EntryField.ContactName] = "見本 花子",
        [EntryField.Email] = string.Create(CultureInfo.InvariantCulture, $"entry{number}@example.jp"),
        [EntryField.EmailAgain] = string.Create(CultureInfo.InvariantCulture, $"entry{number}@example.jp"),
        [EntryField.Phone] = "03-0000-0000",
        [EntryField.Consent] = "yes",
    }.Concat(edition.Entry.Conditions.Select(c => KeyValuePair.Create(EntryField.Condition(c.Id), "yes")));

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<p>受付番号: ([^<]+)</p>")]
    private static partial Regex ReceiptNumber();
}
