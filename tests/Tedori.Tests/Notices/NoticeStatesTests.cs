using Tedori.Workflows.Cases;

namespace Tedori.Tests.Notices;

public sealed class NoticeStatesTests
{
    private static readonly NoticeState[] Reported =
    [
        NoticeState.Sent, NoticeState.Deferred, NoticeState.Delivered, NoticeState.Opened, NoticeState.Spam,
        NoticeState.Dropped, NoticeState.Bounced,
    ];

    // Every set of reports, in every order, with our own silence anywhere among them.
    [Fact]
    public void After_ReportsInAnyOrder_KnowsTheSameAtTheEnd()
    {
        NoticeState[] all = [.. Reported, NoticeState.Silent];
        for (var set = 1; set < 1 << all.Length; set++)
        {
            var reports = all.Where((_, n) => (set & (1 << n)) != 0).ToArray();
            var ends = Permutations(reports).Select(order => order.Aggregate(NoticeState.Sent, NoticeStates.After)).Distinct();
            Assert.Single(ends);
        }
    }

    [Fact]
    public void After_TheSameReportTwice_ChangesNothing() => Assert.All(
        from known in Enum.GetValues<NoticeState>()
        from reported in Enum.GetValues<NoticeState>()
        select (known, reported),
        pair =>
        {
            var once = NoticeStates.After(pair.known, pair.reported);
            Assert.Equal(once, NoticeStates.After(once, pair.reported));
            Assert.Contains(once, new[] { pair.known, pair.reported });
        });

    [Theory]
    [InlineData(NoticeState.Sent, NoticeState.Delivered, NoticeState.Delivered)]
    [InlineData(NoticeState.Deferred, NoticeState.Delivered, NoticeState.Delivered)]
    [InlineData(NoticeState.Silent, NoticeState.Delivered, NoticeState.Delivered)]
    [InlineData(NoticeState.Silent, NoticeState.Deferred, NoticeState.Silent)]
    [InlineData(NoticeState.Delivered, NoticeState.Opened, NoticeState.Opened)]
    [InlineData(NoticeState.Delivered, NoticeState.Bounced, NoticeState.Bounced)]
    [InlineData(NoticeState.Opened, NoticeState.Bounced, NoticeState.Bounced)]
    [InlineData(NoticeState.Opened, NoticeState.Spam, NoticeState.Spam)]
    [InlineData(NoticeState.Dropped, NoticeState.Bounced, NoticeState.Bounced)]
    [InlineData(NoticeState.Refused, NoticeState.Delivered, NoticeState.Delivered)]
    public void After_TwoReports_TheWorseAndAmongTheGoodTheLaterCounts(NoticeState one, NoticeState other, NoticeState known)
    {
        Assert.Equal(known, NoticeStates.After(one, other));
        Assert.Equal(known, NoticeStates.After(other, one));
    }

    private static IEnumerable<NoticeState[]> Permutations(NoticeState[] of) => of.Length == 0
        ? [[]]
        : of.SelectMany((first, n) => Permutations([.. of.Where((_, m) => m != n)])
            .Select(rest => (NoticeState[])[first, .. rest]));
}
