namespace Tedori.Workflows.Cases;

/// <summary>
/// What is known of a notice after one more report. The worse of two counts, and among the good the later: reports come
/// late, twice and in any order, and in every order the same is known at the end.
/// </summary>
public static class NoticeStates
{
    // That it came back stays true whatever was said before; that no report came is nothing once one came.
    private static readonly NoticeState[] Order =
    [
        NoticeState.Pending, NoticeState.Withheld, NoticeState.Sent, NoticeState.Deferred, NoticeState.Silent, NoticeState.Refused,
        NoticeState.Delivered, NoticeState.Opened, NoticeState.Spam, NoticeState.Dropped, NoticeState.Bounced,
    ];

    /// <summary>The state after a report. Commutative, associative, and the same report again changes nothing.</summary>
    /// <param name="known">What was known.</param>
    /// <param name="reported">What is reported.</param>
    public static NoticeState After(NoticeState known, NoticeState reported) =>
        Array.IndexOf(Order, reported) > Array.IndexOf(Order, known) ? reported : known;

    /// <summary>Whether the end of its way is still to be reported.</summary>
    public static bool IsUnderWay(this NoticeState state) => state is NoticeState.Sent or NoticeState.Deferred;
}
