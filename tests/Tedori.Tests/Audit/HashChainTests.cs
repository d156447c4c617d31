using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Audit;

namespace Tedori.Tests.Audit;

public sealed class HashChainTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 70009).WithMaxTest(300);

    [Fact]
    public void Next_KnownText_IsTheKnownHash() => Assert.Equal(
        // printf '%064d\n{"a":1}' 0 | sha256sum
        "f21735afd2cd6af4fc5804b0045cebfd545aef8396d29d030c39cb8880b45b7f",
        HashChain.Next(HashChain.Start, "{\"a\":1}"));

    [Fact]
    public void Next_AnyChangeOfOneRecord_ShowsInAllLaterLinks()
    {
        var texts =
            from length in Gen.Choose(1, 12)
            from chain in Gen.ListOf(ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get), length)
            from at in Gen.Choose(0, length - 1)
            from other in ArbMap.Default.GeneratorFor<NonNull<string>>()
            select (chain, at, other: other.Get);
        Check.One(Fixed, Prop.ForAll(texts.ToArbitrary(), x =>
        {
            var changed = x.chain.Select((text, i) => i == x.at ? text + "\u0001" + x.other : text);
            var pairs = Links(x.chain).Zip(Links(changed)).ToList();
            return pairs.Take(x.at).All(p => p.First == p.Second) && pairs.Skip(x.at).All(p => p.First != p.Second);
        }));
    }

    [Fact]
    public void Next_RecordsInAnotherOrder_EndOtherwise() =>
        Assert.NotEqual(Links(["a", "b"])[^1], Links(["b", "a"])[^1]);

    private static List<string> Links(IEnumerable<string> texts)
    {
        var links = new List<string>();
        foreach (var text in texts)
            links.Add(HashChain.Next(links.Count == 0 ? HashChain.Start : links[^1], text));
        return links;
    }
}
