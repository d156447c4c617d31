using Tedori.Testing.Data;

namespace Tedori.Tests.Infrastructure;

public sealed class CompilerTests
{
    [Fact]
    public async Task MainItsModulesAndParameters_AreCompiledWithoutAWarning() =>
        AssertSilent(await Compiled.ParametersRun);

    [Fact]
    public async Task ScanResults_AreCompiledWithoutAWarning() => AssertSilent(await Compiled.ScanResultsRun);

    // A compiler that finds nothing wrong with anything would pass everything.
    [Theory]
    [InlineData("param unused string", 0, "Warning no-unused-params")]
    [InlineData("output x string = absent", 1, "Error BCP057")]
    [InlineData("resource s 'Microsoft.Storage/storageAccounts@2025-01-01' = {\n  name: 'x'\n}", 0, "Warning BCP035")]
    public async Task WhatIsWrong_IsNamed(string bicep, int exitCode, string fault)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["wrong.bicep"], bicep + "\n");

        var run = await BicepCompiler.RunAsync("build", folder["wrong.bicep"]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(fault, run.Messages, StringComparison.Ordinal);
    }

    private static void AssertSilent(BicepRun run)
    {
        Assert.Equal("", run.Messages);
        Assert.Equal(0, run.ExitCode);
    }
}
