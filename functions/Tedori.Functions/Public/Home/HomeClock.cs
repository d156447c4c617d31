using Tedori.Functions.Components;

namespace Tedori.Functions.Public.Home;

/// <summary>The script that lets the server's clock run on.</summary>
public static class HomeClock
{
    /// <summary>Route of the script.</summary>
    public const string Route = "assets/home-clock.js";

    /// <summary>The text.</summary>
    public static readonly string Text = EmbeddedText.Read("home-clock.js");
}
