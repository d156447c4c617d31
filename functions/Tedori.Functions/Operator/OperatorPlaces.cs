namespace Tedori.Functions.Operator;

/// <summary>Where the pages of one machine lead; a developer's machine has fewer of them.</summary>
/// <param name="All">Path and name of each.</param>
public sealed record OperatorPlaces(IReadOnlyList<(string Path, string Name)> All)
{
    /// <summary>Of one machine that serves itself.</summary>
    public static readonly OperatorPlaces OfOneMachine = new(
    [
        ("/", "公開ページ"), ("/local", "回と時計"), ("/staff", "職員画面"), ("/local/sign-in", "サインイン"),
        ("/local/outbox", "送信箱"),
    ]);

    /// <summary>Of a developer's machine on the Functions host.</summary>
    public static readonly OperatorPlaces OfADeveloper = new(
        [("/", "公開ページ"), ("/local/clock", "時計"), ("/staff", "職員画面"), ("/local/sign-in", "サインイン")]);
}
