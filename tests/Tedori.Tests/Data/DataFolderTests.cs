using Tedori.Local.Data;

namespace Tedori.Tests.Data;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    [Fact]
    public void Open_AbsentFolder_IsCreatedWithItsFormat()
    {
        using (DataFolder.Open(_root["new/one"]))
            Assert.Equal("{ \"format\": 1 }\n", File.ReadAllText(_root["new/one/tedori.json"]));
        using var again = DataFolder.Open(_root["new/one"]);
        Assert.Equal(_root["new/one/records.db"], again["records.db"]);
    }

    [Fact]
    public void Open_WhileOpen_IsInUse()
    {
        using var first = DataFolder.Open(_root["data"]);
        var failure = Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(_root["data"]));
        Assert.Contains(_root["data"], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NewerFormat_IsRefusedAndLetGo()
    {
        DataFolder.Open(_root["data"]).Dispose();
        File.WriteAllText(_root["data/tedori.json"], """{ "format": 2 }""");
        Assert.Throws<DataFolderNewerException>(() => DataFolder.Open(_root["data"]));
        File.WriteAllText(_root["data/tedori.json"], """{ "format": 1, "added": "later" }""");
        DataFolder.Open(_root["data"]).Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{ "format": "one" }""")]
    public void Open_DamagedMarker_SaysSo(string marker)
    {
        DataFolder.Open(_root["data"]).Dispose();
        File.WriteAllText(_root["data/tedori.json"], marker);
        var failure = Assert.Throws<DataFolderException>(() => DataFolder.Open(_root["data"]));
        Assert.Contains("damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AFile_SaysSo()
    {
        File.WriteAllText(_root["file"], "");
        Assert.Throws<DataFolderException>(() => DataFolder.Open(_root["file"]));
        Assert.Throws<DataFolderException>(() => DataFolder.Open(_root["file/below"]));
    }

    [Fact]
    public void Open_SomebodyElsesFolder_IsLeftAlone()
    {
        Directory.CreateDirectory(_root["home"]);
        File.WriteAllText(_root["home/letter.txt"], "");
        Assert.Throws<DataFolderException>(() => DataFolder.Open(_root["home"]));
        Assert.False(File.Exists(_root["home/tedori.json"]));
    }

    [Fact]
    public void Open_KilledWhileCreating_GoesOn()
    {
        Directory.CreateDirectory(_root["data"]);
        File.WriteAllText(_root["data/lock"], "");
        File.WriteAllText(_root["data/tedori.json.new"], "{ \"for");
        DataFolder.Open(_root["data"]).Dispose();
    }

    [FullDiskFact]
    public void Open_FullDisk_SaysSo()
    {
        using var disk = new SmallDisk(1);
        disk.Fill(leave: 0);
        Assert.Throws<StorageFullException>(() => DataFolder.Open(disk["data"]));
        disk.Empty();
        DataFolder.Open(disk["data"]).Dispose();
    }

    public void Dispose() => _root.Dispose();
}
