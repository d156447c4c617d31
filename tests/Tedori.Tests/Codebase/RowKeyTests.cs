using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Tedori.Cli.Commands;
using Tedori.Functions.Azure.Tables;
using Tedori.Functions.Composition.Startup;
using Tedori.Functions.Http;
using Tedori.Local.Records;
using Tedori.Local.Serve;
using Tedori.Season;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;
using Type = System.Type;

namespace Tedori.Tests.Codebase;

/// <summary>Whoever reads or writes a row names it by a key that says what it holds.</summary>
public sealed class RowKeyTests
{
    private static readonly Architecture All = new ArchLoader().LoadAssemblies(
        [
            typeof(CaseCommandHandler).Assembly, typeof(RequestPipeline).Assembly, typeof(WebHost).Assembly,
            typeof(SeasonRun).Assembly, typeof(CommandLine).Assembly,
        ]).Build();

    // A text that was read, one that is to be written, and what reads and writes them by the names of their rows.
    private static readonly string[] Raw = [NameOf(typeof(Row)), NameOf(typeof(Write))];

    private static readonly string[] Stores =
        [.. new[] { typeof(IRecords), typeof(TableRecords), typeof(SqliteRecords) }.Select(t => $"{t.Namespace}.")];

    // A store of its own.
    private static readonly string[] Others = [NameOf(typeof(WarmUpRecords))];

    [Fact]
    public void Rows_OutsideTheStores_AreNamedByTheirKeys() => Assert.Equal(
        [],
        All.Types.Where(t => !Stores.Concat(Others).Any(s => t.FullName.StartsWith(s, StringComparison.Ordinal)))
            .Where(t => t.Dependencies.Any(d => IsRaw(d.Target)))
            .Select(t => t.FullName.Split('+')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Rows_OfAStore_AreSeenToBeRaw() => Assert.Contains(
        NameOf(typeof(WarmUpRecords)),
        All.Types.Where(t => t.Dependencies.Any(d => IsRaw(d.Target))).Select(t => t.FullName));

    private static bool IsRaw(IType type) => Raw.Contains(type.FullName.Split('+')[0]);

    private static string NameOf(Type type) => type.FullName!;
}
