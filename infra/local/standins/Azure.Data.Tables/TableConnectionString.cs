#nullable disable
namespace Azure.Data.Tables;

internal static class TableConnectionString
{
    public static (Uri Endpoint, TableSharedKeyCredential Credential) Parse(string text)
    {
        var settings = text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(
                part => part[0].Trim(),
                part => part.Length == 2 ? part[1].Trim() : throw Bad(),
                StringComparer.OrdinalIgnoreCase);
        if (!settings.TryGetValue("AccountName", out var name) || !settings.TryGetValue("AccountKey", out var key))
            throw Bad();
        if (settings.TryGetValue("TableEndpoint", out var endpoint))
            return (new Uri(endpoint), new(name, key));
        var scheme = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return (new Uri($"{scheme}://{name}.table.{suffix}"), new(name, key));
    }

    private static FormatException Bad() => new("The connection string has no AccountName and AccountKey.");
}
