namespace Tedori.Programme.Grants;

/// <summary>
/// What the work rules lay down for a rest that runs into the next shift (guideline ② 勤務間インターバル). Names are
/// storage format.
/// </summary>
public enum OverlapRule
{
    /// <summary>The overlap counts as worked (例1).</summary>
    DeemedWorked,

    /// <summary>The next start moves to the end of the rest (例2).</summary>
    LaterStart,

    /// <summary>Overtime after a fixed hour is forbidden, so that the rest always fits.</summary>
    OvertimeBan,
}
