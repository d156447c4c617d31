using Tedori.Testing;

namespace Tedori.BrowserTests;

/// <summary>What a browser test needs on the machine; <c>tests/run</c> installs it.</summary>
internal static class BrowserTools
{
    // The same browser without windows takes two thirds of the time; where there is none, the one with windows does.
    private static readonly string[] Browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    public static readonly string? Browser = Array.Find(Browsers, File.Exists);


    public static readonly string Screens = RepositoryRoot.Of("artifacts", "screens");

    /// <summary>Why no browser test can run here, or null.</summary>
    public static string? Missing =>
        Browser is null ? $"None of {string.Join(", ", Browsers)} is installed; tests/run installs one" : null;

    /// <summary>Skips the test with the reason where there is no browser.</summary>
    public static void Require() => Skip.If(Missing is not null, Missing);
}
