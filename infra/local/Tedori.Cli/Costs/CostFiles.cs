namespace Tedori.Cli.Costs;

/// <summary>The files with counts and prices that come with the product.</summary>
internal static class CostFiles
{
    public static string Text(string name)
    {
        using var stream = typeof(CostFiles).Assembly.GetManifestResourceStream("Costs/" + name)
            ?? throw new InvalidOperationException($"The assembly carries no Costs/{name}.");
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
