namespace Tedori.Season;

/// <summary>How a company deals with a deadline.</summary>
internal enum Conduct
{
    InTime,
    LastSecond,
    ByPost,
    ByPostAfterSettlement,
    TooLate,
    LatePostmark,
    Never,
    Leaves,
}
