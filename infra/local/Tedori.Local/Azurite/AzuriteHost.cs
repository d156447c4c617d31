using Azure.Data.Tables;

namespace Tedori.Local.Azurite;

/// <summary>
/// The Azurite that a command keeps its record and evidence in: the one that is named in the environment, or one of its
/// own that ends with it.
/// </summary>
internal sealed class AzuriteHost : IAsyncDisposable
{
    /// <summary>Environment variable with the connection string of an Azurite that runs already.</summary>
    public const string Variable = "TEDORI_AZURITE";

    private readonly AzuriteProcess? own;

    private AzuriteHost(AzuriteProcess? own, string connectionString)
    {
        this.own = own;
        ConnectionString = connectionString;
    }

    /// <summary>What the storage clients connect with.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether it forgets everything when the command ends.</summary>
    public static bool IsOwn => Environment.GetEnvironmentVariable(Variable) is null or "";

    /// <summary>Finds or starts it.</summary>
    /// <exception cref="UsageException">It is not there, or what is named is no emulator of this machine.</exception>
    public static async Task<AzuriteHost> OpenAsync(CancellationToken cancellation)
    {
        if (!IsOwn)
            return new(null, Checked(Environment.GetEnvironmentVariable(Variable)!));
        try
        {
            var process = await AzuriteProcess.StartAsync(cancellation);
            return new(process, process.ConnectionString);
        }
        catch (AzuriteException reason)
        {
            throw new UsageException(
                $"{reason.Message} Install it with tests/run or npm, or name one that runs in {Variable}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
            await own.DisposeAsync();
    }

    private static string Checked(string connectionString)
    {
        try
        {
            return new TableServiceClient(connectionString).Uri.IsLoopback
                ? connectionString
                : throw new UsageException(
                    $"{Variable} names a service that is not on this machine. A season is for Azurite only.");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new UsageException($"{Variable} is not the connection string of a storage emulator: {e.Message}");
        }
    }
}
