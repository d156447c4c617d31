using Tedori.Tests;

namespace Tedori.BrowserTests;

/// <summary>What a browser test needs on the machine; <c>tests/run</c> installs it.</summary>
internal static class BrowserTools
{
    public const string Browser = "/usr/bin/chromium";

    public static readonly string Axe = RepositoryRoot.Of(
        ".tools", "browser", "node_modules", "axe-core", "axe.min.js");

    public static readonly string Screens = RepositoryRoot.Of("artifacts", "screens");

    /// <summary>Why no browser test can run here, or null.</summary>
    public static string? Missing =>
        !File.Exists(Browser) ? $"{Browser} is not installed; tests/run installs it"
        : !File.Exists(Axe) ? "axe-core is not installed in .tools/browser; tests/run installs it"
        : null;
}
