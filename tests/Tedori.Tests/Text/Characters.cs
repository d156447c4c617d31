using System.Text;

namespace Tedori.Tests.Text;

/// <summary>The characters of Unicode.</summary>
internal static class Characters
{
    public static IEnumerable<Rune> All =>
        Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code));
}
