using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Testing.Commands;
using Tedori.Testing.Data;

namespace Tedori.Tests.Commands;

[Collection(CommandLineTestsGroup.Name)]
public sealed class ProgrammeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Programme_ThatOpensToday_IsWrittenIntoAFolderThatIsMade()
    {
        var file = folder["editions/today.json"];
        var run = await CommandLineRun.OfAsync("programme", "--opens-today", "--out", file);

        Assert.Equal((0, "", ""), (run.ExitCode, run.Out, run.Error));
        var reading = EditionReader.Read(await File.ReadAllTextAsync(file));
        var edition = Assert.IsType<EditionReading.Valid>(reading).Edition;
        var noon = JapanTime.At(JapanTime.DateOf(SystemClock.Instance.GetCurrentInstant()), LocalTime.Noon);
        Assert.Null(EntryWindow.Of(edition, edition.Round(1)).Refuse(noon, 1));
    }

    [Fact]
    public async Task Programme_WithoutAFile_GoesToStandardOutput()
    {
        var run = await CommandLineRun.OfAsync("programme", "--opens-today");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.IsType<EditionReading.Valid>(EditionReader.Read(run.Out));
    }

    [Fact]
    public async Task Programme_WithoutSayingWhich_IsRefused() =>
        Assert.Contains("--opens-today", await CommandLineRun.RefusalAsync("programme"), StringComparison.Ordinal);

    [Fact]
    public async Task Programme_ToAFileThatCannotBeWritten_IsRefused()
    {
        await File.WriteAllTextAsync(folder["file"], "");
        var line = await CommandLineRun.RefusalAsync("programme", "--opens-today", "--out", folder["file/below.json"]);

        Assert.Contains("cannot be written", line, StringComparison.Ordinal);
    }
}
