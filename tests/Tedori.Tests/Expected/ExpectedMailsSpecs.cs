using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing.Office;
using Tedori.Tests.Staff;

namespace Tedori.Tests.Expected;

/// <summary>What staff see before an act is what its companies read after it.</summary>
public sealed class ExpectedMailsSpecs
{
    public static IEnumerable<object[]> Stories =>
        ExpectedStories.Types.SelectMany(t => ExpectedStories.Of(t).Select((_, i) => new object[] { t, i }));

    public static TheoryData<Type> Types => [.. ExpectedStories.Types];

    [Fact]
    public void Stories_OfEveryProposedActionThatTellsACompany_AreThere() => Assert.Equal(
        ActRows.Proposed.Where(p => p.Value.Length > 0).Select(p => p.Key.Name).Order(),
        ExpectedStories.Types.Select(t => t.Name).Order());

    [Fact]
    public void Commands_Each_HasWhoCausesItAndNoActOfStaffIsForgotten()
    {
        Assert.Equal(
            typeof(CaseCommand).GetNestedTypes().Select(t => t.Name).Order(), CommandActs.All.Keys.Select(t => t.Name).Order());
        Assert.Equal(
            ActRows.Posted.Where(p => p.Value.Notices.Length > 0).Select(p => p.Key)
                .Concat(ExpectedStories.Types.Select(t => t.Name)).Order(StringComparer.Ordinal),
            CommandActs.All.Values.SelectMany(a => a).Except([CommandActs.Company, CommandActs.Time]).Distinct()
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Mails_ShownBefore_AreThoseThatLeave(Type type, int number)
    {
        await using var office = new ExpectingOffice(ExpectedStories.Few);
        var action = await ExpectedStories.Of(type)[number](office);
        Assert.Null(Assert.Single(await office.Acting.Actions.PreviewAsync([action])).Refusal);
        var expected = await office.ExpectAsync(action);
        Assert.Equal(expected.Count, (await office.ExpectAsync(action)).Count);

        var sent = await office.SentByAsync(3, async () =>
        {
            Assert.Null(Assert.Single(await office.Acting.DecideAsync(action)).Refusal);
            if (action is ProposedAction.ReleaseResult)
                await office.Office.PublishAsync();
        });

        Assert.NotEmpty(sent);
        Assert.Equal(
            sent.CountBy(s => s.Id.Kind).OrderBy(k => k.Key),
            expected.Groups.Select(g => KeyValuePair.Create(g.Example.Notice.Kind, g.Count)).OrderBy(k => k.Key));
        Assert.All(expected.Groups, group =>
        {
            var (notice, mail) = group.Example;
            Assert.DoesNotContain(ExpectingOffice.Secret, mail.Text + mail.Html, StringComparison.Ordinal);
            Assert.Equal(
                sent.Single(s => s.Id == notice.Id),
                new(notice.Id, notice.To, mail.Subject, ExpectingOffice.Comparable(mail.Text), ExpectingOffice.Comparable(mail.Html)));
        });
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Kinds_OfAllStoriesOfAnAction_AreThoseOfTheTable(Type type)
    {
        var kinds = new HashSet<NoticeKind>();
        foreach (var story in ExpectedStories.Of(type))
        {
            await using var office = new ExpectingOffice(ExpectedStories.Few);
            kinds.UnionWith((await office.ExpectAsync(await story(office))).Groups.Select(g => g.Example.Notice.Kind));
        }

        Assert.Equal(ActRows.Proposed[type].Order(), kinds.Order());
    }

    [Fact]
    public async Task Preview_OfAnAct_ChangesNothing()
    {
        foreach (var story in ExpectedStories.Types.SelectMany(ExpectedStories.Of))
        {
            await using var office = new ExpectingOffice(ExpectedStories.Few);
            var action = await story(office);
            var before = office.Office.Log.ToList();

            await office.ExpectAsync(action);

            // By which rules names were read is noted by whoever reads the list of the drawn first.
            Assert.Equal(before, office.Office.Log.Where(l => !l.EndsWith(" reading-of-drawn", StringComparison.Ordinal)));
        }
    }
}
