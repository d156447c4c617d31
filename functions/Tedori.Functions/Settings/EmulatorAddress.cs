namespace Tedori.Functions.Settings;

/// <summary>The storage emulator on a developer's machine, as a setting names it.</summary>
/// <param name="Endpoint">Endpoint of the account, on loopback.</param>
/// <param name="ConnectionString">What clients connect with.</param>
internal sealed record EmulatorAddress(Uri Endpoint, string ConnectionString)
{
    private const string Account = "devstoreaccount1";

    // Published with the emulator and the same in all of them: no secret.
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Whether a value can mean nothing but an emulator: no store on Azure is reached so.</summary>
    public static bool IsMeant(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || value.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("UseDevelopmentStorage=", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Reads a connection string or the endpoint of the emulator's own account; null where it is neither.
    /// </summary>
    /// <param name="value">The setting.</param>
    /// <param name="service">Name of the service in a connection string, for example <c>Table</c>.</param>
    /// <param name="endpointOf">The endpoint that a client takes from a connection string.</param>
    public static EmulatorAddress? Read(string value, string service, Func<string, Uri> endpointOf)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri))
        {
            value = uri.AbsolutePath.Trim('/') == Account
                ? $"AccountName={Account};AccountKey={Key};{service}Endpoint={uri.GetLeftPart(UriPartial.Path)}"
                : "";
        }

        try
        {
            return endpointOf(value) is { IsLoopback: true } endpoint ? new(endpoint, value) : null;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
