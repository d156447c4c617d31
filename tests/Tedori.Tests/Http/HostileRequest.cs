using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Tedori.Tests.Http;

/// <summary>Makes up requests that no page of ours makes.</summary>
internal sealed class HostileRequest(Random dice, IReadOnlyList<string> routes, IReadOnlyList<string> fields)
{
    /// <summary>Stands in whatever is sent; where it comes back as an element, markup was reflected.</summary>
    public const string Marker = "tedori-hostile";

    private static readonly string[] Poison =
    [
        $"\"><{Marker}>", $"'><{Marker} onload=x>", $"</textarea><{Marker}>", $"</title><{Marker}>", $"<script>{Marker}</script>",
        "../../etc/passwd", "..%2f..%2fetc", "%00", "\0", "\r\nSet-Cookie: a=b", "r7-02-00001", "r7-99-00001", "r7-02-99999", "-1",
        "0", "99999999999999999999", "NaN", "", " ", "𠮷", "\u202e", "\ud83d\ude00", "{{7*7}}", "' OR 1=1 --", "${jndi:x}", "null", "true",
        "[]", "{}", new string('A', 5000), new string('9', 300), "２０２５", "a@b", "javascript:alert(1)", "data:text/html,x",
    ];

    private static readonly string[] Headers = ["Cookie", "Accept", "Origin", "X-Tedori-Token", "Range", "X-HTTP-Method-Override"];

    private static readonly string[] Methods =
        ["GET", "GET", "GET", "POST", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"];

    public HttpRequestMessage Next()
    {
        var request = new HttpRequestMessage(new(Pick(Methods)), new Uri(Path() + Query(), UriKind.Relative));
        if (request.Method.Method is "POST" or "PUT" or "PATCH")
            request.Content = Body();
        for (var n = dice.Next(3); n > 0; n--)
            request.Headers.TryAddWithoutValidation(Pick(Headers), Header());
        return request;
    }

    /// <summary>
    /// A form as one of our pages would post it, with these fields and some that are made up, to a route about a case.
    /// </summary>
    public HttpRequestMessage Form(string route, string caseId, IEnumerable<KeyValuePair<string, string>> with)
    {
        var posted = with.ToList();
        var names = posted.Select(f => f.Key).ToHashSet();
        var more = Enumerable.Range(0, dice.Next(6))
            .Select(_ => KeyValuePair.Create(Name(), Pick(Poison))).Where(f => names.Add(f.Key));
        return new(HttpMethod.Post, new Uri(Path(route, caseId), UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([.. posted, .. more]),
        };
    }

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[dice.Next(from.Count)];

    // A route with its parameters filled in, now and then with something appended.
    private string Path() => Path(Pick(routes));

    private string Path(string route, string? caseId = null)
    {
        var parts = route.Split('/').Select(p =>
            p == "{caseId}" && caseId is not null ? caseId : p.StartsWith('{') ? Value() : p);
        var path = "/" + string.Join('/', parts) + (dice.Next(10) == 0 ? "/" + Value() : "");
        return path.Length < 2000 ? path : path[..2000];
    }

    private string Query() => dice.Next(3) > 0 ? "" : "?" + string.Join('&', Enumerable.Range(0, dice.Next(1, 4))
        .Select(_ => $"{Uri.EscapeDataString(Name())}={Value()}"));

    private ByteArrayContent Body() => dice.Next(8) switch
    {
        0 => new StringContent(Pick(Poison), Encoding.UTF8, "application/json"),
        1 => Typed(RandomBytes(), "application/x-www-form-urlencoded"),
        2 => Typed(RandomBytes(), "multipart/form-data; boundary=x"),
        3 => Typed(RandomBytes(), Pick(["application/xml", "text/plain", "image/png", "application/octet-stream"])),
        4 => new StringContent("{\"a\":[[[[" + Pick(Poison), Encoding.UTF8, "application/json"),
        _ => new FormUrlEncodedContent(Enumerable.Range(0, dice.Next(12)).Select(_ => KeyValuePair.Create(Name(), Pick(Poison)))),
    };

    private static ByteArrayContent Typed(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private byte[] RandomBytes()
    {
        var bytes = new byte[dice.Next(600)];
        dice.NextBytes(bytes);
        return bytes;
    }

    private string Name() => dice.Next(4) == 0 ? Pick(Poison) : Pick(fields);

    private string Value() => Uri.EscapeDataString(Pick(Poison));

    private string Header() => dice.Next(2) == 0
        ? $"tedori-form={dice.Next().ToString(CultureInfo.InvariantCulture)}; tedori-session=x; tedori-receipt=x"
        : new string([.. Pick(Poison).Where(c => c is >= ' ' and < '\u007f')]);
}
