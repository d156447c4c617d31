using System.Reflection;
using System.Text.RegularExpressions;
using Tedori.Testing;

namespace Tedori.Tests.Attacks;

/// <summary>The table of attacks names tests that there are.</summary>
public sealed partial class AttackTableTests
{
    private static readonly string[] Named =
    [
        .. TestName().Matches(File.ReadAllText(RepositoryRoot.Of("tests/Tedori.Tests/Attacks/ATTACKS.md")))
            .Select(m => m.Groups[1].Value),
    ];

    [Fact]
    public void Table_EveryTestItNames_IsRun()
    {
        var run = typeof(AttackTableTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null), (t, m) => $"{t.Name}.{m.Name}")
            .ToHashSet();

        Assert.NotEmpty(Named);
        Assert.Equal([], Named.Where(name => !run.Contains(name)));
    }

    [Fact]
    public void Table_EveryAttackInThisFolder_StandsInIt() => Assert.Equal(
        [],
        new[] { typeof(AttackTests), typeof(HeldBodyTests) }
            .SelectMany(t => t.GetMethods(), (t, m) => (Type: t, Method: m))
            .Where(m => m.Method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(m => $"{m.Type.Name}.{m.Method.Name}").Except(Named));

    [GeneratedRegex(@"\| `(\w+\.\w+)` \|")]
    private static partial Regex TestName();
}
