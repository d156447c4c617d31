using Tedori.Workflows.Records;

namespace Tedori.Tests.Records;

public abstract partial class RecordsContract
{
    [SkippableTheory]
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

    [SkippableTheory]
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

    [SkippableTheory]
    [InlineData("令和7年度 第7回")]
    [InlineData("it's \"quoted\" & 100% <b>; -- ")]
    [InlineData("𠮷野家 e\u0301 \u3000")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("%")]
    [InlineData("100%25 %27 %2F")]
    [InlineData("{\"a\"} [b] (c) = & + ; : @ ! $ , ~ ^ ` | *")]
    [InlineData(" leading and trailing ")]
    [InlineData("DELETE http: If-Match: *")]
    public async Task Text_SpecialCharacters_ComesBackAsItWas(string text)
    {
        await Commit(text, new Write.Insert(text, $"{{\"text\":\"{text}\\n\\u0000\"}}"));
        var row = await Read(text, text);
        Assert.Equal((text, $"{{\"text\":\"{text}\\n\\u0000\"}}"), (row!.Key, row.Body));

        await Commit(text, new Write.Replace(text, text, row.Version), new Write.Upsert("other", text));
        Assert.Equal([$"{text}={text}"], await Contents(text, text, text + "0"));
        await Commit(text, new Write.Delete(text, (await Read(text, text))!.Version));
        Assert.Equal([$"other={text}"], await Contents(text));
    }

    [SkippableFact]
    public async Task Keys_DifferOnlyInCase_AreTwoRows()
    {
        await Commit("p", new Write.Insert("a", "lower"), new Write.Insert("A", "upper"));
        Assert.Equal(["A=upper", "a=lower"], await Contents("p"));
    }

    [SkippableFact]
    public async Task Body_OfSixtyKibibytes_ComesBackWhole()
    {
        var body = string.Concat(Enumerable.Range(0, 20 * 1024).Select(n => (char)('ぁ' + n % 80)));
        await Commit("p", new Write.Insert("a", body), new Write.Insert("empty", ""));
        Assert.Equal(body, (await Read("p", "a"))!.Body);
        Assert.Equal("", (await Read("p", "empty"))!.Body);
    }

    [SkippableFact]
    public async Task Body_OfTheGreatestLength_ComesBackWhole()
    {
        var body = string.Concat(Enumerable.Repeat("漢\"あ𠮷\u2028", RecordRules.LongestBody / 6))
            .PadRight(RecordRules.LongestBody, '字');
        await Commit("p", new Write.Insert("a", "short"));
        await Commit("p", new Write.Upsert("a", body));
        Assert.Equal(body, (await Read("p", "a"))!.Body);
        Assert.Equal([$"a={body}"], await Contents("p"));
        await Commit("p", new Write.Upsert("a", "short again"));
        Assert.Equal("short again", (await Read("p", "a"))!.Body);
    }

    [SkippableFact]
    public async Task Commit_OfTheGreatestLength_IsTaken()
    {
        var key = new string('漢', 100);
        var body = new string('字', (RecordRules.LongestCommit / IRecords.MostWrites) - (3 * 205));
        var numbers = Enumerable.Range(0, IRecords.MostWrites);
        await Commit(key, [.. numbers.Select(n => new Write.Upsert($"{key}{n:00000}", body))]);
        Assert.Equal(IRecords.MostWrites, (await Contents(key)).Count);
    }

    [SkippableFact]
    public async Task Text_TooLongForAnyStore_IsRefusedAndNothingIsWritten()
    {
        var row = new string('x', RecordRules.LongestBody + 1);
        var full = new string('x', RecordRules.LongestBody);
        var tooLong = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => TryCommit("p", new Write.Insert("a", "1"), new Write.Insert("b", row)));
        Assert.Contains("'b'", tooLong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => TryCommit("p", [.. "abcd".Select(c => new Write.Upsert($"{c}", full))]));
        Assert.Empty(await Contents("p"));
    }
}
