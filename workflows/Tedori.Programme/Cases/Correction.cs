using NodaTime;

namespace Tedori.Programme.Cases;

/// <summary>An open request for correction (補正).</summary>
/// <param name="Number">Number within the case, from 1.</param>
/// <param name="Review">The review that asked for it.</param>
/// <param name="Items">What is to be corrected.</param>
/// <param name="AskedOn">Date of the request, Asia/Tokyo.</param>
/// <param name="Due">Its own deadline, Asia/Tokyo, inclusive.</param>
public sealed record Correction(
    int Number, Step Review, IReadOnlyList<CorrectionItem> Items, LocalDate AskedOn, LocalDate Due)
{
    /// <summary>What follows where no answer comes by the deadline; said wherever a correction is asked for.</summary>
    public const string Unanswered =
        "期限までに回答がない場合、この申請は終結します。間に合わないときは、期限の前に事務局へご連絡ください。";
}
