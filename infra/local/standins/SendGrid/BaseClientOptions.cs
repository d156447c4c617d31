#nullable disable
using System.Net.Http.Headers;

namespace SendGrid;

public class BaseClientOptions
{
    public BaseClientOptions()
    {
    }

    public Dictionary<string, string> RequestHeaders { get; set; } = [];

    public string Host { get; set; }

    public string Version { get; set; }

    public string UrlPath { get; set; }

    public AuthenticationHeaderValue Auth { get; set; }
}
