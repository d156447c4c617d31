using Tedori.Programme.Payments;
using Tedori.Testing.Cases;
using static Tedori.Tests.Payments.MoneySpec;

namespace Tedori.Tests.Payments;

/// <summary>A decision is revoked by two people, and what was paid of it comes back with charges.</summary>
public sealed class RefundSpecs
{
    [Fact]
    public void Revoke_OfWhatWasPaid_ClaimsItBack() => Revoked().Then(new PaymentEvent.Revoked(
        200_000, "虚偽の申請", Tokyo.Day("2026-05-20"), new(200_000, Tokyo.Day("2026-04-10"), Tokyo.Day("2026-06-29")),
        "8東し企働第1号", Sample.Two)).Holds(LedgerAccount.Claimed, 200_000).Holds(LedgerAccount.Paid, 0);

    [Fact]
    public void Revoke_BeforeThePayment_LeavesNothingToPay()
    {
        var spec = Confirmed().When(Revoke("2026-05-21T10:00:00", 200_000))
            .Holds(LedgerAccount.Budget, 0).Holds(LedgerAccount.Invoiced, 0);
        Assert.Equal((0, false), (spec.State.OpenYen, spec.State.AsksInvoice));
    }

    [Fact]
    public void Revoke_OfAPartBeforeThePayment_AsksForAnInvoiceOfTheRest() => Confirmed()
        .When(Revoke("2026-05-21T10:00:00", 50_000))
        .When(Invoice("2026-05-22T10:00:00", "rest")).ThenRefused("invoiceAmount");

    [Fact]
    public void Revoke_OfAPartBeforeAnyInvoice_GivesTheWholeTimeForIt() => Assert.Equal(
        Tokyo.Day("2026-05-21"), Granted().When(Revoke("2026-05-21T10:00:00", 50_000)).State.AskedOn);

    [Fact]
    public void Revoke_OfAPartBeforeThePayment_PaysTheRest() => Confirmed().When(Revoke("2026-05-21T10:00:00", 50_000))
        .When(Invoice("2026-05-22T10:00:00", "rest", 150_000))
        .When(new PaymentCommand.ConfirmInvoice(Tokyo.At("2026-05-25T10:00:00"), 2, "ito"))
        .When(new PaymentCommand.Enlist(Tokyo.At("2026-05-26T10:00:00"), Second, "ito"))
        .Then(new PaymentEvent.Listed(Second, 1, 150_000, "ito")).Holds(LedgerAccount.Budget, -150_000);

    [Fact]
    public void Revoke_Repeated_IsNothing_AndOfAnotherAmountRefused()
    {
        Revoked().When(Revoke("2026-06-02T10:00:00", 200_000)).ThenNothing();
        Revoked().When(Revoke("2026-06-02T10:00:00", 100_000)).ThenRefused("alreadyRevoked");
    }

    [Fact]
    public void Revoke_OnePersonAlone_IsRefused() =>
        Paid().When(Revoke("2026-06-01T10:00:00", 200_000) with { Signed = Sample.Alone }).ThenRefused("secondPersonMissing");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(200_001)]
    public void Revoke_OfAnImpossibleAmount_IsRefused(long yen) =>
        Paid().When(Revoke("2026-06-01T10:00:00", yen)).ThenRefused("revokedAmount");

    [Fact]
    public void Revoke_OfWhatIsOnItsWay_Waits()
    {
        Listed().When(Revoke("2026-06-01T10:00:00", 200_000)).ThenRefused("onItsWay");
        Ordered().When(Revoke("2026-06-01T10:00:00", 200_000)).ThenRefused("onItsWay");
    }

    [Fact]
    public void Revoke_BeforeTheCompanyWasHeard_IsRefused() =>
        Paid().When(Revoke("2026-05-19T10:00:00", 200_000)).ThenRefused("paymentDate");

    [Fact]
    public void Revoke_WithoutAReason_IsRefused() => Paid()
        .When(Revoke("2026-06-01T10:00:00", 200_000) with { Reason = "" }).ThenRefused("paymentReasonMissing");

    [Fact]
    public void Revoke_WhereTheCalendarEnds_IsRefused() => Paid()
        .When(Revoke($"{Sample.R7.Calendar.Years.Max()}-12-20T10:00:00", 200_000)).ThenRefused("calendarEnds");

    // 200,000 yen from 4/10 to 6/10 inclusive are 62 days: 200000 × 0.1095 × 62 / 365 = 3,720.
    [Fact]
    public void Refund_InPartsWithCharges_ClosesTheBooks()
    {
        var spec = Revoked().When(Refund("2026-06-10", 150_000))
            .Then(new PaymentEvent.Refunded("r1", Tokyo.Day("2026-06-10"), 150_000, 0, "ito"));
        Assert.Equal(new(50_000, 3_700), RefundBalance.Of(spec.Edition.Payment!, spec.State, Tokyo.Day("2026-06-10")));
        // 19 days more on 50,000: 285 more yen of surcharge, together 4,005.
        Assert.Equal(new(50_000, 4_000), RefundBalance.Of(spec.Edition.Payment!, spec.State, Tokyo.Day("2026-06-29")));
        // One day late: surcharge 4,020 and 15 yen of late charge, each rounded down.
        Assert.Equal(new(50_000, 4_000), RefundBalance.Of(spec.Edition.Payment!, spec.State, Tokyo.Day("2026-06-30")));
        spec.When(Refund("2026-06-29", 54_001, "r2")).ThenRefused("refundAmount");
        spec.When(Refund("2026-06-29", 54_000, "r2"))
            .Then(new PaymentEvent.Refunded("r2", Tokyo.Day("2026-06-29"), 50_000, 4_000, "ito"))
            .Holds(LedgerAccount.Refunded, 200_000).Holds(LedgerAccount.Charges, 4_000).Holds(LedgerAccount.Claimed, 0);
        Assert.Equal(new(0, 0), RefundBalance.Of(spec.Edition.Payment!, spec.State, Tokyo.Day("2027-01-01")));
        spec.When(Refund("2026-07-01", 1, "r3")).ThenRefused("refundAmount");
    }

    [Fact]
    public void Refund_Repeated_IsNothing_AndUnderTheSameKeyOfAnotherAmountRefused()
    {
        Revoked().When(Refund("2026-06-10", 150_000)).When(Refund("2026-06-10", 150_000)).ThenNothing();
        Revoked().When(Refund("2026-06-10", 150_000)).When(Refund("2026-06-10", 150_001)).ThenRefused("otherRefund");
    }

    [Fact]
    public void Refund_WhereNothingIsClaimed_IsRefused() =>
        Paid().When(Refund("2026-06-10", 1)).ThenRefused("nothingClaimed");

    [Theory]
    [InlineData("2026-04-09")]
    [InlineData("2026-06-11")]
    public void Refund_BeforeThePaymentOrInTheFuture_IsRefused(string on) => Revoked()
        .When(Refund("2026-06-10", 1) with { On = Tokyo.Day(on) }).ThenRefused("paymentDate");
}
