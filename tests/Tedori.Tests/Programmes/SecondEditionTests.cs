using NodaTime;
using Tedori.Programme.Editions;

namespace Tedori.Tests.Programmes;

public sealed class SecondEditionTests
{
    private static readonly EditionReading Reading = EditionReader.Read(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Programmes", "Editions", "r8.json")));

    [Fact]
    public void Read_AFileOfAnotherYear_NeedsNoNewCode()
    {
        var valid = Assert.IsType<EditionReading.Valid>(Reading);

        Assert.Equal(["contact", "letters.appeal", "letters.review", "letters.visits"], valid.Warnings.Select(w => w.Path));
        Assert.Equal(("r8", 2026), (valid.Edition.Id, valid.Edition.FiscalYear));
        Assert.Equal([200, 120], valid.Edition.Rounds.Select(r => r.Places));
        Assert.Equal(Duration.FromMinutes(90), valid.Edition.Windows.BeaconDelay);
        Assert.True(valid.Edition.Entry.WinnersMayEnterAgain);
        Assert.Empty(valid.Edition.Windows.ReminderBusinessDays);
    }

    [Fact]
    public void Read_AWholeTableThatIsAssumed_IsOneAssumption()
    {
        var valid = Assert.IsType<EditionReading.Valid>(Reading);

        Assert.Single(valid.Edition.Assumptions, a => a.Path == "rounds");
    }

    [Fact]
    public void Cutoff_OfAnotherEdition_FollowsItsHoursAndWindows()
    {
        var edition = Assert.IsType<EditionReading.Valid>(Reading).Edition;

        var cutoff = Cutoff.On(edition, new(2026, 5, 22), "期限", post: true);

        Assert.Equal(Instant.FromUtc(2026, 5, 22, 7, 30), cutoff.ElectronicEnd);
        Assert.Equal(Instant.FromUtc(2026, 5, 22, 15, 0), cutoff.SettledAt);
    }
}
