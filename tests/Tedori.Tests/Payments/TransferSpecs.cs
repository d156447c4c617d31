using Tedori.Programme.Payments;
using Tedori.Testing.Cases;
using static Tedori.Tests.Payments.MoneySpec;

namespace Tedori.Tests.Payments;

/// <summary>A grant goes into one list at a time, and what the bank says of it is booked once.</summary>
public sealed class TransferSpecs
{
    [Fact]
    public void Enlist_WithoutAConfirmedInvoice_IsRefused() => Invoiced()
        .When(new PaymentCommand.Enlist(Tokyo.At("2026-04-01T10:00:00"), First, "ito")).ThenRefused("notInvoiced");

    [Fact]
    public void Enlist_InASecondList_IsRefused_AndInTheSameNothing()
    {
        var spec = Listed().Holds(LedgerAccount.Listed, 200_000);
        spec.When(new PaymentCommand.Enlist(Tokyo.At("2026-04-01T10:01:00"), Second, "ito")).ThenRefused("alreadyListed");
        spec.When(new PaymentCommand.Enlist(Tokyo.At("2026-04-01T10:01:00"), First, "ito")).ThenNothing();
    }

    [Fact]
    public void Unlist_BeforeTheRelease_LetsItIntoAnotherListAsTheSameAttempt() => Listed()
        .When(new PaymentCommand.Unlist(Tokyo.At("2026-04-01T11:00:00"), First, "口座の確認中", "ito"))
        .Then(new PaymentEvent.Unlisted(First, 1, 200_000, "口座の確認中", "ito")).Holds(LedgerAccount.Invoiced, 200_000)
        .When(new PaymentCommand.Enlist(Tokyo.At("2026-04-02T10:00:00"), Second, "ito"))
        .Then(new PaymentEvent.Listed(Second, 1, 200_000, "ito"));

    [Fact]
    public void Unlist_AfterTheRelease_IsRefused() => Ordered()
        .When(new PaymentCommand.Unlist(Tokyo.At("2026-04-03T11:00:00"), First, "理由", "ito")).ThenRefused("alreadyOrdered");

    [Fact]
    public void Order_OnePersonAlone_IsRefused() => Listed()
        .When(new PaymentCommand.Order(Tokyo.At("2026-04-02T10:00:00"), First, Tokyo.Day("2026-04-10"), Sample.Alone)).ThenRefused("secondPersonMissing");

    [Fact]
    public void Order_OfAListThatItIsNotIn_IsRefused() => Listed()
        .When(new PaymentCommand.Order(Tokyo.At("2026-04-02T10:00:00"), Second, Tokyo.Day("2026-04-10"), Sample.Two)).ThenRefused("notInList");

    [Fact]
    public void Order_Repeated_IsNothing() => Ordered()
        .When(new PaymentCommand.Order(Tokyo.At("2026-04-02T10:05:00"), First, Tokyo.Day("2026-04-10"), Sample.Two)).ThenNothing();

    [Theory]
    [InlineData(TransferEnd.Paid)]
    [InlineData(TransferEnd.Failed)]
    [InlineData(TransferEnd.Returned)]
    public void Book_BeforeTheRelease_IsRefused(TransferEnd end) =>
        Listed().When(Book(end, "2026-04-10")).ThenRefused("notOrdered");

    [Fact]
    public void Book_Made_IsPaid_AndTwiceNothing() => Ordered().When(Book(TransferEnd.Paid, "2026-04-10"))
        .Then(new PaymentEvent.Made(First, 1, 200_000, Tokyo.Day("2026-04-10")))
        .When(Book(TransferEnd.Paid, "2026-04-10")).ThenNothing().Holds(LedgerAccount.Paid, 200_000);

    [Fact]
    public void Book_AnotherEndOrDay_IsRefused()
    {
        Paid().When(Book(TransferEnd.Failed, "2026-04-10")).ThenRefused("alreadyBooked");
        Paid().When(Book(TransferEnd.Paid, "2026-04-09")).ThenRefused("alreadyBooked");
        Failed().When(Book(TransferEnd.Paid, "2026-04-10")).ThenRefused("alreadyBooked");
    }

    [Fact]
    public void Book_Failed_AsksForAnotherAccount_AndTheNextAttemptHasTheNextNumber()
    {
        var spec = Failed().Holds(LedgerAccount.Decided, 200_000);
        Assert.True(spec.State.AsksInvoice);
        spec.When(new PaymentCommand.Enlist(Tokyo.At("2026-04-14T10:00:00"), Second, "ito")).ThenRefused("notInvoiced");
        spec.When(Invoice("2026-04-14T10:00:00", "second"))
            .When(new PaymentCommand.ConfirmInvoice(Tokyo.At("2026-04-15T10:00:00"), 2, "ito"))
            .When(new PaymentCommand.Enlist(Tokyo.At("2026-04-16T10:00:00"), Second, "ito"))
            .Then(new PaymentEvent.Listed(Second, 2, 200_000, "ito"))
            .When(new PaymentCommand.Order(Tokyo.At("2026-04-17T10:00:00"), Second, Tokyo.Day("2026-04-10"), Sample.Two));
        Assert.Equal([AttemptStage.Failed, AttemptStage.Ordered], spec.State.Attempts.Select(a => a.Stage));
        // A report on the first attempt that comes late is no report on the second.
        spec.When(Book(TransferEnd.Paid, "2026-04-10")).ThenRefused("alreadyBooked");
    }

    [Fact]
    public void Book_SentBackAfterItWasMade_IsOpenAgain() => Paid().When(Book(TransferEnd.Returned, "2026-04-12", reason: "組戻し"))
        .Then(new PaymentEvent.SentBack(First, 1, 200_000, Tokyo.Day("2026-04-12"), "組戻し"))
        .Holds(LedgerAccount.Paid, 0).Holds(LedgerAccount.Decided, 200_000);

    [Fact]
    public void Book_SentBackBeforeItWasMade_IsRefused() =>
        Paid().When(Book(TransferEnd.Returned, "2026-04-09", reason: "組戻し")).ThenRefused("paymentDate");

    [Fact]
    public void Book_InTheFuture_IsRefused() =>
        Ordered().When(Book(TransferEnd.Paid, "2026-04-14")).ThenRefused("paymentDate");

    [Fact]
    public void Book_FailedWithoutAReason_IsRefused() =>
        Ordered().When(Book(TransferEnd.Failed, "2026-04-10", reason: " ")).ThenRefused("paymentReasonMissing");

    [Fact]
    public void Book_OfAnotherList_IsRefused() =>
        Ordered().When(Book(TransferEnd.Paid, "2026-04-10", Second)).ThenRefused("notInList");

    [Fact]
    public void Book_SentBackOfWhatIsClaimedBack_IsRefused() =>
        Revoked().When(Book(TransferEnd.Returned, "2026-04-12", reason: "組戻し")).ThenRefused("claimedBack");

    private static MoneySpec Failed() => Ordered().When(Book(TransferEnd.Failed, "2026-04-10"));
}
