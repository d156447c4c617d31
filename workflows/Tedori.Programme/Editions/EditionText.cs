namespace Tedori.Programme.Editions;

/// <summary>A programme file as it was found, not read yet.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Text">Its text.</param>
public sealed record EditionText(string Name, string Text);
