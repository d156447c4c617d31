using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Post;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;

namespace Tedori.Tests.Post;

/// <summary>What one person alone cannot do with an envelope.</summary>
public sealed partial class PostServiceSpecs
{
    [Fact]
    public async Task Envelope_RecordedAfterTheDeadlineWithAnEarlyArrival_WaitsForASecondPerson()
    {
        var answer = await RecordAsync("e1", "2025-06-11", "2025-06-12");

        Assert.Equal(EnvelopeState.AwaitingSecondReading, answer.Envelope?.State);
        Assert.Equal(Step.CompanyRegistration, (await office.Office.CaseAsync(1)).Step);
    }

    [Fact]
    public async Task Envelope_RecordedAfterTheLapseWithAnEarlyArrival_RevivesNobodyAlone()
    {
        office.Office.Clock.Reset(Tokyo.At("2025-06-24T00:00:00"));
        await office.DoAsync(1, new CaseCommand.PassTime(office.Office.Now));

        var answer = await RecordAsync("e1", "2025-06-11", "2025-06-12");

        Assert.Equal(EnvelopeState.AwaitingSecondReading, answer.Envelope?.State);
        Assert.Equal(Outcome.Lapsed, (await office.Office.CaseAsync(1)).Outcome);
        Assert.Equal("samePerson", (await ReadAsync("e1", ActingOffice.Ito with { Name = "改姓" }, "2025-06-11")).Refusal?.Code);
        Assert.Equal(Outcome.Lapsed, (await office.Office.CaseAsync(1)).Outcome);
    }

    [Fact]
    public async Task Envelope_ThatArrivedBeforeTheNoticeOfWinning_IsRefused()
    {
        Assert.Equal("arrivedTooEarly", (await RecordAsync("e1", "2025-05-20", "2025-05-25")).Refusal?.Code);
        Assert.Null((await RecordAsync("e2", "2025-05-26", "2025-05-26")).Refusal);
    }

    [Fact]
    public async Task Reading_ByWhoHasNotOpenedThePhoto_IsRefused()
    {
        await RecordAsync("e1", "2025-06-12", "2025-06-16");

        var blind = await office.Post.ReadAgainAsync(TestOffice.First, "e1", Reading(ActingOffice.Ueda, "2025-06-12"));

        Assert.Equal("photoUnseen", blind.Refusal?.Code);
        Assert.Equal(EnvelopeState.AwaitingSecondReading, blind.Envelope?.State);
    }

    [Fact]
    public async Task Approval_ByWhoHasNotOpenedThePhoto_IsRefused()
    {
        await RecordAsync("e1", "2025-06-12", "2025-06-16");
        await office.Post.SeeAsync(TestOffice.First, "e1", ActingOffice.Ueda.Id);
        await office.Post.ReadAgainAsync(TestOffice.First, "e1", Reading(ActingOffice.Ueda, null));
        var receipt = new Receipt.Post(Deadline, Tokyo.Day("2025-06-16"), "簡易書留", "123-45");
        await office.Proposals.ProposeAsync(
            "p9", [new ProposedAction.FilePost(Case, "e1", receipt)], "試験", ActingOffice.Ito);

        Assert.Equal("photoUnseen", (await office.Proposals.ApproveAsync("p9", ActingOffice.Endo)).Refusal?.Code);
        Assert.Equal(ProposalState.Open, (await office.Proposals.FindAsync("p9"))?.State);
    }
}
