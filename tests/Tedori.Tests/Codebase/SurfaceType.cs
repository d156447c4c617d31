using System.Text.RegularExpressions;

namespace Tedori.Tests.Codebase;

/// <summary>One public type as the packages' listings print it: its own lines (attributes, then the header) and one
/// line a member.</summary>
internal sealed partial record SurfaceType(
    string Namespace, IReadOnlyList<string> Lines, IReadOnlyList<string> Members)
{
    public string Header => Lines[^1];

    public string Name => NameInHeader().Match(Header).Groups["name"].Value;

    public string FullName => $"{Namespace}.{Name}";

    /// <summary>What a class outside the package has to implement: without it that class compiles here only.</summary>
    public IEnumerable<string> ToImplement => Members.Where(m =>
        Header.StartsWith("public interface ", StringComparison.Ordinal) || m.Contains(" abstract "));

    [GeneratedRegex(@"\b(class|struct|record|interface|enum|delegate) (?<name>.+?)( : .*| where .*)?$")]
    private static partial Regex NameInHeader();
}
