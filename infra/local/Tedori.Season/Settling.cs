namespace Tedori.Season;

/// <summary>Which lots are settled. Names are storage format of <c>season.db</c>.</summary>
internal enum Settling
{
    /// <summary>About half of those that won: before their result is out, or soon after.</summary>
    Some,

    /// <summary>All that won: long after the result.</summary>
    Won,

    /// <summary>Those that lost, because one of them may be next when places come back.</summary>
    Lost,
}
