namespace Tedori.Functions.Components.Forms;

/// <summary>A form that was posted and not taken, to be sent once more.</summary>
/// <param name="Path">Where it was posted to.</param>
/// <param name="Token">The token that fits now.</param>
/// <param name="Posted">What was posted.</param>
/// <param name="HasSession">Whether whoever sent it is still known; otherwise the link or the sign-in comes first.</param>
public sealed record ResendModel(string Path, FormToken Token, PostedForm Posted, bool HasSession)
{
    // Longer than this, or over several lines, it is shown in a field of several lines.
    private const int Line = 60;

    /// <summary>What goes along without being of interest: tokens, keys, versions.</summary>
    public IEnumerable<(string Name, string Value)> Hidden => All.Where(f => !IsTyped(f.Value));

    /// <summary>What somebody typed, to be looked at.</summary>
    public IEnumerable<(string Name, string Value)> Typed => All.Where(f => IsTyped(f.Value));

    private IEnumerable<(string Name, string Value)> All =>
        Posted.Names.Where(n => n != Token.Name).SelectMany(n => Posted.All(n).Select(v => (n, v)));

    private static bool IsTyped(string value) =>
        value.Length > Line || value.Any(c => c is '\n' or > '\u007f');
}
