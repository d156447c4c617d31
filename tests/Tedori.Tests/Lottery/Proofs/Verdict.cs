namespace Tedori.Tests.Lottery.Proofs;

/// <summary>What a verifier said of a file: its exit code, and what it named, each as code and place.</summary>
internal sealed record Verdict(int ExitCode, IReadOnlyList<string> Named, string Output)
{
    public static Verdict Of(int exitCode, string output) => new(
        exitCode,
        [.. output.Split('\n').Where(l => l.StartsWith("fault: ", StringComparison.Ordinal)).Select(
            l => string.Join(": ", l.Split(": ")[1..3]))],
        output);
}
