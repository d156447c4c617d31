namespace Tedori.Tests.Infrastructure;

/// <summary>What the compiler said.</summary>
/// <param name="Json">What it wrote.</param>
/// <param name="Messages">Its warnings and errors, empty where there are none.</param>
/// <param name="ExitCode">Not 0 where it wrote nothing.</param>
internal sealed record BicepRun(string Json, string Messages, int ExitCode);
