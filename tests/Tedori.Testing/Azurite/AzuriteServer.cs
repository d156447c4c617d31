using Tedori.Local.Azurite;

namespace Tedori.Testing.Azurite;

/// <summary>
/// The Azurite that the tests of one collection share. It is not started where it is not installed: there every test
/// that needs it is skipped with the reason.
/// </summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    public const string Collection = "Azurite";

    private AzuriteProcess? process;

    /// <summary>Why there can be none here, or null.</summary>
    public static string? Missing =>
        AzuriteProgram.Missing is { } reason ? $"Azurite cannot be started here: {reason}." : null;

    public string ConnectionString => Running.ConnectionString;

    /// <summary>http://127.0.0.1:port/account</summary>
    public Uri BlobEndpoint => Running.BlobEndpoint;

    /// <summary>http://127.0.0.1:port/account</summary>
    public Uri TableEndpoint => Running.TableEndpoint;

    private AzuriteProcess Running
    {
        get
        {
            Require();
            return process ?? throw new InvalidOperationException("Azurite was not started.");
        }
    }

    /// <summary>Skips the test with the reason where there can be none.</summary>
    public static void Require() => Skip.If(Missing is not null, Missing);

    public async Task InitializeAsync()
    {
        if (Missing is null)
            process = await AzuriteProcess.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
    }
}
