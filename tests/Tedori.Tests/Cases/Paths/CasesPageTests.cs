using System.Reflection;
using System.Text.Json;
using Tedori.Programme.Cases;
using Tedori.Programme.Payments;
using Tedori.Testing;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Cases.Paths;

/// <summary>
/// The page of commands, events and notices, and that the walk it is written from leaves nothing out.
/// </summary>
public sealed class CasesPageTests
{
    private static readonly CaseWalk Walk = CaseWalk.Through(Sample.R7, Sample.Promoting).AndMoney(Sample.Paying);

    /// <summary>All commands, and in the place of the one about money what it asks.</summary>
    internal static Type[] Commands =>
    [
        .. typeof(CaseCommand).GetNestedTypes().Except([typeof(CaseCommand.MoveMoney)]), .. typeof(PaymentCommand).GetNestedTypes(),
    ];

    /// <summary>All events, and in the place of the one about money what happened.</summary>
    internal static Type[] Events =>
    [
        .. typeof(CaseEvent).GetNestedTypes().Except([typeof(CaseEvent.MoneyMoved)]), .. typeof(PaymentEvent).GetNestedTypes(),
    ];

    [Fact]
    public async Task Page_BesideTheRules_SaysWhatTheDeciderAnswers()
    {
        var file = RepositoryRoot.Of("workflows", "CASES.md");
        var page = new CasesPage(Walk).Write();
        if (Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, page);
        Assert.Equal(await File.ReadAllTextAsync(file), page);
    }

    [Fact]
    public void Walk_EveryCommand_IsAcceptedSomewhere() => Assert.Equal(
        Names(Commands), Names(Walk.Given.Select(g => g.Command)));

    [Fact]
    public void Walk_EveryEvent_IsGiven() => Assert.Equal(
        Names(Events), Names(Walk.Given.Select(g => g.Event)));

    [Fact]
    public void Walk_EveryRefusalOfACase_IsGiven() => Assert.Equal(
        Members(typeof(Refusals)).Select(m => JsonNamingPolicy.CamelCase.ConvertName(m.Name))
            .Concat(Payments.PaymentRefusalTests.All().Select(r => r.Code)).Distinct().Order(StringComparer.Ordinal),
        Walk.Texts.Keys.Order());

    [Fact]
    public void Walk_EveryNoticeThatAnEventCauses_IsComposed() => Assert.Equal(
        Enum.GetValues<NoticeKind>().Except([NoticeKind.LinkSentAgain, NoticeKind.MailReceived, NoticeKind.Reinstated]),
        Walk.Told.Values.Select(n => n.Kind).Distinct().Order());

    private static MemberInfo[] Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(t => t.Name).Distinct().Order();
}
