using System.Diagnostics;
using System.Text.Json.Nodes;
using Tedori.Testing;

namespace Tedori.Tests.Infrastructure.Published;

/// <summary>What is deployed: where <c>tests/run</c> published it, or else published here, once.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("TEDORI_PUBLISHED");

    public string Folder { get; } = Given ?? RepositoryRoot.Of("artifacts", "functions");

    public string this[params string[] parts] => Path.Combine([Folder, .. parts]);

    public async Task InitializeAsync()
    {
        if (Given is not null)
            return;
        var start = new ProcessStartInfo(
            "dotnet",
            ["publish", RepositoryRoot.Of("functions", "Tedori.Functions"), "-c", "Release", "-o", Folder, "-warnaserror"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public JsonNode Read(params string[] parts) => JsonNode.Parse(File.ReadAllText(this[parts]))!;
}
