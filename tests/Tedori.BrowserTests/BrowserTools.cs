using Tedori.Testing;

namespace Tedori.BrowserTests;

/// <summary>What a browser test needs on the machine; <c>tests/run</c> installs it.</summary>
internal static class BrowserTools
{
    public const string Browser = "/usr/bin/chromium";

    public static readonly string Screens = RepositoryRoot.Of("artifacts", "screens");

    /// <summary>Why no browser test can run here, or null.</summary>
    public static string? Missing =>
        File.Exists(Browser) ? null : $"{Browser} is not installed; tests/run installs it";

    /// <summary>Skips the test with the reason where there is no browser.</summary>
    public static void Require() => Skip.If(Missing is not null, Missing);
}
