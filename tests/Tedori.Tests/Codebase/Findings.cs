namespace Tedori.Tests.Codebase;

/// <summary>Fails with everything that was found, not with the first of it.</summary>
internal static class Findings
{
    public static void AssertNone(IEnumerable<string> findings)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, $"{all.Count} found\n{string.Join("\n", all)}");
    }
}
