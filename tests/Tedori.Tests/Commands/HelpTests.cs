using Tedori.Testing.Commands;

namespace Tedori.Tests.Commands;

[Collection(CommandLineTestsGroup.Name)]
public sealed class HelpTests
{
    private static readonly string[] Serve = ["--data", "--at", "--port", "--entries", "--speed", "--programme"];

    private static readonly string[] Season =
        ["--entries", "--seed", "--programme", "--json", "--html", "--journal", "--data", "--lost-hints", "--store"];

    public static TheoryData<string[], string[]> Commands => new()
    {
        { [], Serve },
        { ["serve"], Serve },
        { ["season"], Season },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_OfACommand_DescribesEveryOption(string[] command, string[] options)
    {
        var run = await CommandLineRun.OfAsync([.. command, "--help"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(options, option => Assert.Matches($@"(?m)^\s+{option} <[a-z|-]+>\s+\p{{Lu}}\w+", run.Out));
    }

    [Fact]
    public async Task Help_OfTheRoot_NamesTheCommands()
    {
        var run = await CommandLineRun.OfAsync("--help");

        Assert.Matches(@"(?m)^\s+season\s+Play", run.Out);
        Assert.Matches(@"(?m)^\s+serve\s+Run", run.Out);
    }
}
