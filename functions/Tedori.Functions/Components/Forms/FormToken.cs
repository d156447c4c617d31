namespace Tedori.Functions.Components.Forms;

/// <summary>The hidden field that shows that a form came from one of our own pages.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Value">Its value.</param>
public sealed record FormToken(string Name, string Value);
