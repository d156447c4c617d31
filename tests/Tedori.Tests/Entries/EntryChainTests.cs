using Tedori.Programme.Entries;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Entries;

public sealed class EntryChainTests
{
    [Fact]
    public void Next_AnyChangeOfWhatCameBefore_ChangesTheDigest()
    {
        var at = Tokyo.At("2025-05-19T09:00:00");
        string[] digests =
        [
            EntryChain.Next(EntryChain.Start, Sample.CaseId, at, Sample.Form, "key"),
            EntryChain.Next(new string('1', 64), Sample.CaseId, at, Sample.Form, "key"),
            EntryChain.Next(EntryChain.Start, Sample.CaseId with { Serial = 2 }, at, Sample.Form, "key"),
            EntryChain.Next(EntryChain.Start, Sample.CaseId, at.PlusTicks(1), Sample.Form, "key"),
            EntryChain.Next(EntryChain.Start, Sample.CaseId, at, Sample.Form, "another"),
            EntryChain.Next(EntryChain.Start, Sample.CaseId, at, Sample.Form with { Employees = 26 }, "key"),
        ];
        Assert.Equal(6, digests.Distinct().Count());
        Assert.All(digests, d => Assert.Matches("^[0-9a-f]{64}$", d));
    }
}
