namespace Tedori.Tests.Infrastructure;

/// <summary>One declaration of a Bicep file.</summary>
/// <param name="Keyword">param, var, resource, module or output.</param>
/// <param name="Symbol">Its name within the file.</param>
/// <param name="Body">All that follows.</param>
internal sealed record BicepDeclaration(string Keyword, string Symbol, IReadOnlyList<BicepToken> Body)
{
    /// <summary>Type with version of a resource, path of a module.</summary>
    public string Type => Body[0].Text;

    public bool HasDefault => Body.Any(token => token.Depth == 0 && token.Is("="));

    public bool IsExisting => Body.Any(token => token.Depth == 0 && token.Is("existing"));

    /// <summary>The parameters that a module is given.</summary>
    public IEnumerable<string> Given => Keys("params");

    /// <summary>The tokens of the value of a property: of the first one with that name.</summary>
    public string ValueOf(string property)
    {
        var place = Body.ToList().FindIndex(token => token.Is(property));
        return place < 0 ? "" : string
            .Concat(Body.Skip(place + 2).TakeWhile(token => !token.Opens).Select(token => token.Text));
    }

    /// <summary>The keys of the object that is the value of a property.</summary>
    public IEnumerable<string> Keys(string property)
    {
        var place = Body.ToList().FindIndex(token => token.Is(property));
        return place < 0 ? [] : KeysOf(Body.Skip(place + 2));
    }

    /// <summary>The keys of the first object in the body.</summary>
    public IEnumerable<string> Keys() => KeysOf(Body.SkipWhile(token => !token.Is("{")));

    private static IEnumerable<string> KeysOf(IEnumerable<BicepToken> tokens)
    {
        var all = tokens.ToList();
        var depth = all[0].Depth + 1;
        return all.Skip(1).TakeWhile(token => token.Depth >= depth)
            .Where(token => token.Depth == depth && token is { Opens: true, Kind: BicepTokenKind.Word })
                .Select(token => token.Text);
    }
}
