using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Lottery;

/// <summary>Why an entry has a place in the draw, or none.</summary>
public sealed class PlaceReasonTests
{
    private static readonly RoundState Round = new()
    {
        Id = new("r7", 1),
        Phase = RoundPhase.Released,
        Entries = 690,
        Excluded = new Dictionary<Exclusion, int> { [Exclusion.Duplicate] = 3, [Exclusion.AlreadySelected] = 1 },
        Places = 140,
        CarriedIn = 2,
    };

    public static TheoryData<string, string> Results => new()
    {
        { nameof(CaseEvent.Won), "第1回の抽選で686件のうち7位となり、予定社数142社以内のため当選です。" },
        { nameof(CaseEvent.Lost), "第1回の抽選で686件のうち141位となり、予定社数142社を超えるため落選です。" },
        { nameof(CaseEvent.Promoted), "第1回の抽選で686件のうち150位となり、空いた予定社数が回ったため繰上当選です。" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Reason_OfAResult_NamesEntriesRankAndPlaces(string result, string sentence)
    {
        var reason = PlaceReason.Of(Round, Of(result))!;

        Assert.Equal(sentence, reason.Sentence);
        Assert.Equal((690, 686, 140, 2, 142), (reason.Received, reason.Lots, reason.Planned, reason.CarriedIn, reason.Places));
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void Reason_OfTheLargestRound_IsAtMostSixtyCharacters(string result, string sentence)
    {
        var large = Round with { Id = new("r7", 99), Entries = 999_999, Places = 99_999 };

        Assert.True(sentence.Length <= 60);
        Assert.InRange(PlaceReason.Of(large, Of(result, rank: 999_999))!.Sentence.Length, 10, 60);
    }

    [Fact]
    public void Reason_OfACase_IsOfWhatWasToldLast()
    {
        Assert.Null(PlaceReason.Of(Round, Story.Entered));
        Assert.Equal(7, PlaceReason.Of(Round, Story.Granted)!.Rank);
        Assert.Contains(
            "繰上当選", PlaceReason.Of(Round, [.. Story.Lost, Of(nameof(CaseEvent.Promoted))])!.Sentence, StringComparison.Ordinal);
        Assert.Null(PlaceReason.Of(Round, [.. Story.Entered, new CaseEvent.Excluded(default, Exclusion.Duplicate)]));
    }

    private static CaseEvent Of(string result, int? rank = null) => result switch
    {
        nameof(CaseEvent.Won) => new CaseEvent.Won(default, rank ?? 7),
        nameof(CaseEvent.Lost) => new CaseEvent.Lost(default, rank ?? 141),
        _ => new CaseEvent.Promoted(default, rank ?? 150, Tokyo.Day("2025-07-01"), "承認 者"),
    };
}
