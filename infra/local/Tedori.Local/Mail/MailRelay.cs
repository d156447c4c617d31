using System.Globalization;

namespace Tedori.Local.Mail;

/// <summary>The mail server through which mails leave one machine.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port: 465 speaks TLS from the start, others change to it.</param>
internal sealed record MailRelay(string Host, int Port)
{
    /// <summary>Name to sign in with, or null: nobody signs in.</summary>
    public string? User { get; init; }

    /// <summary>Its password; never printed.</summary>
    public string? Password { get; init; }

    /// <summary>Whether it is on this machine: only there a connection without TLS will do.</summary>
    public bool IsHere => Host is "localhost" or "127.0.0.1" or "::1";

    /// <summary>Reads <c>HOST:PORT</c>.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static MailRelay Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.LastIndexOf(':');
        if (colon < 1 || Uri.CheckHostName(text[..colon].Trim('[', ']')) == UriHostNameType.Unknown
            || !int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is < 1 or > 65535)
            throw new UsageException($"--smtp '{text}' is not a server and its port such as mail.example.jp:587.");
        return new(text[..colon].Trim('[', ']'), port);
    }

    /// <summary>Everything but the password.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
