using Tedori.Engine.Sqlite;
using Tedori.Local.Data;
using Tedori.Testing.Data;

namespace Tedori.Tests.Data;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    [Fact]
    public void Open_AbsentFolder_IsCreatedWithItsFormat()
    {
        using (DataFolder.Open(root["new/one"]))
            Assert.Equal("{ \"format\": 1 }\n", File.ReadAllText(root["new/one/tedori.json"]));
        using var again = DataFolder.Open(root["new/one"]);
        Assert.Equal(root["new/one/records.db"], again["records.db"]);
    }

    [SkippableFact]
    public void Open_NewOrOldFolder_IsTheOwnersAlone()
    {
        Skip.If(OperatingSystem.IsWindows(), "folders have no such modes there");
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Everybody =
            UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        DataFolder.Open(root["new"]).Dispose();
        DataFolder.Open(root["old"]).Dispose();
        File.SetUnixFileMode(root["old"], File.GetUnixFileMode(root["old"]) | Everybody);
        DataFolder.Open(root["old"]).Dispose();

        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(root["new"]) & Everybody);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(root["old"]) & Everybody);
    }

    [Fact]
    public void Open_WhileOpen_IsInUse()
    {
        using var first = DataFolder.Open(root["data"]);
        var failure = Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(root["data"]));
        Assert.Contains(root["data"], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NewerFormat_IsRefusedAndLetGo()
    {
        DataFolder.Open(root["data"]).Dispose();
        File.WriteAllText(root["data/tedori.json"], """{ "format": 2 }""");
        Assert.Throws<DataFolderNewerException>(() => DataFolder.Open(root["data"]));
        File.WriteAllText(root["data/tedori.json"], """{ "format": 1, "added": "later" }""");
        DataFolder.Open(root["data"]).Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{ "format": "one" }""")]
    public void Open_DamagedMarker_SaysSo(string marker)
    {
        DataFolder.Open(root["data"]).Dispose();
        File.WriteAllText(root["data/tedori.json"], marker);
        var failure = Assert.Throws<DataFolderException>(() => DataFolder.Open(root["data"]));
        Assert.Contains("damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AFile_SaysSo()
    {
        File.WriteAllText(root["file"], "");
        Assert.Throws<DataFolderException>(() => DataFolder.Open(root["file"]));
        Assert.Throws<DataFolderException>(() => DataFolder.Open(root["file/below"]));
    }

    [Fact]
    public void Open_SomebodyElsesFolder_IsLeftAlone()
    {
        Directory.CreateDirectory(root["home"]);
        File.WriteAllText(root["home/letter.txt"], "");
        Assert.Throws<DataFolderException>(() => DataFolder.Open(root["home"]));
        Assert.False(File.Exists(root["home/tedori.json"]));
    }

    [Fact]
    public void Open_KilledWhileCreating_GoesOn()
    {
        Directory.CreateDirectory(root["data"]);
        File.WriteAllText(root["data/lock"], "");
        File.WriteAllText(root["data/tedori.json.new"], "{ \"for");
        DataFolder.Open(root["data"]).Dispose();
    }

    [SkippableFact]
    public void Open_FullDisk_SaysSo()
    {
        using var disk = new SmallDisk(1);
        disk.Fill(leave: 0);
        Assert.Throws<StorageFullException>(() => DataFolder.Open(disk["data"]));
        disk.Empty();
        DataFolder.Open(disk["data"]).Dispose();
    }

    public void Dispose() => root.Dispose();
}
