namespace Tedori.BrowserTests;

/// <summary>How a person uses the pages. Every flow is walked in each of them.</summary>
public enum Way
{
    /// <summary>With a mouse on a wide screen.</summary>
    Desktop,

    /// <summary>On a phone, 375 pixels wide.</summary>
    Phone,

    /// <summary>With the keyboard alone.</summary>
    Keyboard,

    /// <summary>In a browser that runs no script.</summary>
    WithoutScript,
}
