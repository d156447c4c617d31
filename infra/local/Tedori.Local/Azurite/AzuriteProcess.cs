using System.Diagnostics;
using System.Security.Cryptography;

namespace Tedori.Local.Azurite;

/// <summary>
/// A running Azurite of one's own: in memory, on free ports of 127.0.0.1, with an account key made for this run.
/// </summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Account = "tedori";
    private const string Listening = " service is successfully listening at ";

    // It ends with its input, which closes when the process that started it is gone, however it went.
    private const string Launcher =
        "process.stdin.on('end', () => process.exit(0)).resume(); require(process.argv[1]);";

    private readonly Process process;

    private AzuriteProcess(Process process) => this.process = process;

    /// <summary>What the storage clients connect with: blobs, queues and tables.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Of the account, without a slash at the end.</summary>
    public Uri BlobEndpoint { get; private set; } = null!;

    /// <summary>Of the account, without a slash at the end.</summary>
    public Uri TableEndpoint { get; private set; } = null!;

    /// <summary>Starts one and waits until it listens.</summary>
    /// <exception cref="AzuriteException">It is not installed, or ended at once.</exception>
    public static async Task<AzuriteProcess> StartAsync(CancellationToken cancellation = default)
    {
        if (AzuriteProgram.Missing is { } reason)
            throw new AzuriteException($"Azurite cannot be started: {reason}.");
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var azurite = new AzuriteProcess(Process.Start(Arguments(key))!);
        try
        {
            await azurite.WaitAsync(key, cancellation);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it and answers with its exit code: 0 where it went by itself.</summary>
    public async Task<int> StopAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked learns it from the exit code.
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await StopAsync();
        process.Dispose();
    }

    private static ProcessStartInfo Arguments(string key) => new(AzuriteProgram.Node!)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
        ArgumentList =
        {
            "-e", Launcher, "--", AzuriteProgram.Script!,
            "--inMemoryPersistence", "--skipApiVersionCheck", "--silent", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--blobPort", "0",
            "--queueHost", "127.0.0.1", "--queuePort", "0",
            "--tableHost", "127.0.0.1", "--tablePort", "0",
        },
    };

    private async Task WaitAsync(string key, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>();
        while (found.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellation) ?? throw await EndedAsync(cancellation);
            if (line.Split(Listening) is [var service, var address])
                found[service] = $"{address.Trim()}/{Account}";
        }

        BlobEndpoint = new Uri(found["Azurite Blob"]);
        TableEndpoint = new Uri(found["Azurite Table"]);
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};"
            + $"BlobEndpoint={BlobEndpoint};QueueEndpoint={found["Azurite Queue"]};TableEndpoint={TableEndpoint};";
        // Whatever it says from here on is thrown away: a full pipe would stop it.
        _ = Task.Run(() => process.StandardOutput.BaseStream.CopyToAsync(Stream.Null), CancellationToken.None);
        _ = Task.Run(() => process.StandardError.BaseStream.CopyToAsync(Stream.Null), CancellationToken.None);
    }

    private async Task<AzuriteException> EndedAsync(CancellationToken cancellation)
    {
        var said = (await process.StandardError.ReadToEndAsync(cancellation)).Trim();
        return new($"Azurite ended before it listened: {(said.Length > 0 ? said : "it said nothing")}.");
    }
}
