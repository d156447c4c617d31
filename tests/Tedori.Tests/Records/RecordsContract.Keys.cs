using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

public abstract partial class RecordsContract
{
    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    public async Task Keys_ForbiddenByAnyStore_AreRefused(string key)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await TryCommit("p", new Write.Insert(key, "1")));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await TryCommit(key, new Write.Insert("a", "1")));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Read(key, "a"));
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public async Task Keys_UpToTheLimit_AreTaken(int length, bool taken)
    {
        var key = new string('k', length);
        if (taken)
            await Commit(key, new Write.Insert(key, "1"));
        else
            await Assert.ThrowsAnyAsync<ArgumentException>(() => TryCommit("p", new Write.Insert(key, "1")));
    }

    [Theory]
    [InlineData("令和7年度 第7回")]
    [InlineData("it's \"quoted\" & 100% <b>; -- ")]
    [InlineData("𠮷野家 e\u0301 \u3000")]
    [InlineData(".")]
    public async Task Text_SpecialCharacters_ComesBackAsItWas(string text)
    {
        await Commit(text, new Write.Insert(text, $"{{\"text\":\"{text}\\n\\u0000\"}}"));
        var row = await Read(text, text);
        Assert.Equal((text, $"{{\"text\":\"{text}\\n\\u0000\"}}"), (row!.Key, row.Body));
    }

    [Fact]
    public async Task Keys_DifferOnlyInCase_AreTwoRows()
    {
        await Commit("p", new Write.Insert("a", "lower"), new Write.Insert("A", "upper"));
        Assert.Equal(["A=upper", "a=lower"], await Contents("p"));
    }

    [Fact]
    public async Task Body_OfSixtyKibibytes_ComesBackWhole()
    {
        var body = string.Concat(Enumerable.Range(0, 20 * 1024).Select(n => (char)('ぁ' + n % 80)));
        await Commit("p", new Write.Insert("a", body), new Write.Insert("empty", ""));
        Assert.Equal(body, (await Read("p", "a"))!.Body);
        Assert.Equal("", (await Read("p", "empty"))!.Body);
    }
}
