using Tedori.Engine;

namespace Tedori.Tests.Engine;

public sealed class RehearsalTests
{
    // Nobody waits for it in an engine, so that nothing would show that it had come to nothing.
    [Fact]
    public void Rehearsal_Played_FollowsItsHistoryToTheEnd() => Assert.Null(Record.Exception(Rehearsal.Play));
}
