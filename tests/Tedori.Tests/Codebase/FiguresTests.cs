using System.Text.RegularExpressions;
using NodaTime;
using Tedori.Benchmarks.Figures;
using Tedori.Local;
using Tedori.Testing;
using Tedori.Testing.Data;

namespace Tedori.Tests.Codebase;

/// <summary>
/// What was measured stands between markers, written by the command that measured it, and nowhere else.
/// </summary>
public sealed partial class FiguresTests
{
    private static readonly FigureFile Repository = new(RepositoryRoot.Path);

    public static TheoryData<string> Tables => [.. FigureTables.All.Select(t => t.Name)];

    public static TheoryData<string> Files => [.. FigureTables.All.Select(t => t.File).Distinct()];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_InItsReadme_WasWrittenByTheCommand(string name)
    {
        var (table, text) = (TableOf(name), Repository.Read(TableOf(name)));

        var set = table.Read(text);

        Assert.NotEmpty(set.Rows);
        Assert.Equal(text, table.Write(set));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Readme_OutsideItsTables_StatesNothingMeasured(string file)
    {
        var text = File.ReadAllText(RepositoryRoot.Of(file));

        Assert.Equal([], Block().Replace(text, "").Split('\n').Where(line => MeasuredFigure().IsMatch(line)));
        Assert.Equal(
            FigureTables.All.Where(t => t.File == file).Select(t => t.Name).Order(),
            Block().Matches(text).Select(m => m.Groups[1].Value).Order());
    }

    [Theory]
    [InlineData("It takes 3 s.", true)]
    [InlineData("It takes 1.5 minutes.", true)]
    [InlineData("W1 reaches 48 % of it.", true)]
    [InlineData("It stays below 600 MiB.", true)]
    [InlineData("Nine times as long, 2.5 times as much.", true)]
    [InlineData("Each step is cut off at 17:00; 140 places, 16 cases at once, .NET 10.", false)]
    public void MeasuredFigure_InAnyLine_IsSeen(string line, bool measured) =>
        Assert.Equal(measured, MeasuredFigure().IsMatch(line));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Write_InACopyOfTheReadme_IsReadAgainAndLeavesTheRest(string name)
    {
        using var folder = new TemporaryFolder();
        var (table, copy) = (TableOf(name), new FigureFile(folder.Path));
        var file = Path.Combine(folder.Path, table.File);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Copy(RepositoryRoot.Of(table.File), file);
        var before = Repository.Read(table);
        var set = new FigureSet(
            new LocalDate(2027, 1, 2), 8,
            [[.. table.Columns.Select(Present)], [.. table.Columns.Select(Absent)]]);

        copy.Write(table, set);

        Assert.Equal(table.Write(set), copy.Read(table));
        Assert.Equal(table.Write(set), table.Write(table.Read(copy.Read(table))));
        Assert.Equal(
            File.ReadAllText(RepositoryRoot.Of(table.File)).Replace(table.Begin + before, "", StringComparison.Ordinal),
            File.ReadAllText(file).Replace(table.Begin + table.Write(set), "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("| W1 | 2,000 |", "| W1 | 2000 |")]
    [InlineData("36 %", "36%")]
    [InlineData("0.40 s", "0.4 s")]
    [InlineData(" cores.", " fast cores.")]
    [InlineData("| W1 |", "Faster than ever.\n| W1 |")]
    public void Read_WhatTheCommandDidNotWrite_IsRefused(string written, string changed)
    {
        var text = """
            Measured on 2026-11-28, 2 cores.

            | workload | N | what | a second | share of the limit | first event | all ended | lost |
            |---|---:|---|---:|---:|---:|---:|---:|
            | W1 | 2,000 | five activities each | 16,405 | 36 % | 0.40 s | – | 0 |

            """.ReplaceLineEndings("\n");
        Assert.Single(FigureTables.Engine.Read(text).Rows);

        Assert.Throws<UsageException>(
            () => FigureTables.Engine.Read(text.Replace(written, changed, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!-- figures: engine -->\n")]
    [InlineData("<!-- end -->\n<!-- figures: engine -->\n")]
    public void Write_WithoutMarkers_IsRefusedInASentenceAndChangesNothing(string text)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, FigureTables.Engine.File);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);

        var refusal = Assert.Throws<UsageException>(
            () => new FigureFile(folder.Path).Write(FigureTables.Engine, new(new(2027, 1, 2), 2, [])));

        Assert.Contains("<!-- figures: engine -->", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(text, File.ReadAllText(file));
    }

    private static FigureTable TableOf(string name) => FigureTables.All.Single(t => t.Name == name);

    private static Figure Present(FigureColumn column) => column.Decimals is null ? "words" : 1_234.56;

    private static Figure Absent(FigureColumn column) => column.Decimals is null ? "none" : Figure.None;

    [GeneratedRegex(@"<!-- figures: (\w+) -->\n.*?<!-- end -->\n", RegexOptions.Singleline)]
    private static partial Regex Block();

    // A number with a unit of time, memory or share, or a factor.
    [GeneratedRegex(
        @"\d ?(%|(ms|µs|s|min|h|[KMG]i?B|seconds?|minutes?|hours?)\b)|\d times |times as (fast|long|much|many)"
        + @"|\bhalf of\b")]
    private static partial Regex MeasuredFigure();
}
