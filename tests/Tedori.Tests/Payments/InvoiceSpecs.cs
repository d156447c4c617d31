using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;
using static Tedori.Tests.Payments.MoneySpec;

namespace Tedori.Tests.Payments;

/// <summary>What a company asks for its grant with, until when, and what staff say to it.</summary>
public sealed class InvoiceSpecs
{
    [Fact]
    public void FileInvoice_OfTheOpenAmount_IsTaken() => Granted().When(Invoice("2026-03-20T10:00:00")).Then(
        new PaymentEvent.InvoiceFiled(
            1, "invoice", new Receipt.Electronic(Tokyo.At("2026-03-20T10:00:00")), [Sample.File("通帳.pdf")], Account, 200_000));

    [Fact]
    public void FileInvoice_Repeated_IsNothing() => Confirmed().When(Invoice("2026-03-24T10:00:00")).ThenNothing();

    [Fact]
    public void FileInvoice_BeforeItIsConfirmed_TakesThePlaceOfTheOneBefore() =>
        Assert.Equal(2, Invoiced().When(Invoice("2026-03-21T10:00:00", "other")).State.Invoice!.Number);

    [Theory]
    [InlineData(199_999)]
    [InlineData(200_001)]
    [InlineData(0)]
    public void FileInvoice_OfAnotherAmount_IsRefused(long yen) =>
        Granted().When(Invoice("2026-03-20T10:00:00", yen: yen)).ThenRefused("invoiceAmount");

    // 40 business days after 2026-03-18, without 3/20 (春分), 4/29, 5/4, 5/5 and 5/6.
    [Theory]
    [InlineData("2026-05-20T16:59:59.999", null)]
    [InlineData("2026-05-20T17:00:00", "invoiceLate")]
    public void FileInvoice_AtItsEnd_IsDecidedByTheTimeOfReceipt(string at, string? code)
    {
        var spec = Granted().When(Invoice(at));
        if (code is null)
            Assert.Equal(InvoiceStage.Filed, spec.State.Invoice?.Stage);
        else
            spec.ThenRefused(code);
    }

    [Fact]
    public void FileInvoice_WhereTheEditionHasNoEnd_IsTakenAYearLater() => Assert.Equal(InvoiceStage.Filed, Endless()
        .When(Invoice("2027-03-18T10:00:00")).State.Invoice?.Stage);

    [Fact]
    public void FileInvoice_AfterThePayment_IsRefused() =>
        Paid().When(Invoice("2026-04-20T10:00:00", "other")).ThenRefused("nothingOpen");

    [Fact]
    public void FileInvoice_OnceConfirmed_IsRefused() =>
        Confirmed().When(Invoice("2026-03-24T10:00:00", "other")).ThenRefused("invoiceSettled");

    [Fact]
    public void FileInvoice_InAList_IsRefused() =>
        Listed().When(Invoice("2026-04-01T11:00:00", "other")).ThenRefused("invoiceSettled");

    [Fact]
    public void ConfirmInvoice_OfAnotherHolder_NeedsItsReason()
    {
        var other = Invoice("2026-03-20T10:00:00") with { Account = Account with { NameDiffers = true } };
        var confirm = new PaymentCommand.ConfirmInvoice(Tokyo.At("2026-03-23T10:00:00"), 1, "ito", " ");
        Granted().When(other).When(confirm).ThenRefused("accountNameDiffers");
        Granted().When(other).When(confirm with { Reason = "代表者個人の屋号口座" })
            .Then(new PaymentEvent.InvoiceConfirmed(1, "ito", "代表者個人の屋号口座"));
    }

    [Fact]
    public void ConfirmInvoice_Repeated_IsNothing() =>
        Confirmed().When(new PaymentCommand.ConfirmInvoice(Tokyo.At("2026-03-24T10:00:00"), 1, "sato")).ThenNothing();

    [Fact]
    public void ConfirmInvoice_OfOneThatWasReplaced_IsRefused() => Invoiced().When(Invoice("2026-03-21T10:00:00", "other"))
        .When(new PaymentCommand.ConfirmInvoice(Tokyo.At("2026-03-23T10:00:00"), 1, "ito")).ThenRefused("noSuchInvoice");

    [Fact]
    public void ReturnInvoice_AlsoAConfirmedOne_AsksForAnother()
    {
        var spec = Confirmed().When(new PaymentCommand.ReturnInvoice(Tokyo.At("2026-03-25T10:00:00"), 1, "口座が違う", "ito"))
            .Then(new PaymentEvent.InvoiceReturned(1, "口座が違う", "ito")).Holds(LedgerAccount.Decided, 200_000);
        Assert.True(spec.State.AsksInvoice);
        Assert.Equal(Tokyo.Day("2026-03-25"), spec.State.AskedOn);
    }

    [Fact]
    public void ReturnInvoice_WithoutAReason_IsRefused() => Invoiced()
        .When(new PaymentCommand.ReturnInvoice(Tokyo.At("2026-03-25T10:00:00"), 1, " ", "ito"))
        .ThenRefused("paymentReasonMissing");

    [Fact]
    public void ReturnInvoice_InAList_IsRefused() => Listed()
        .When(new PaymentCommand.ReturnInvoice(Tokyo.At("2026-04-01T11:00:00"), 1, "口座が違う", "ito")).ThenRefused("alreadyListed");

    [Fact]
    public void PassTime_WithoutAnInvoice_RemindsOnEachRungOnce_AndEndsAfterThePost()
    {
        var spec = Granted();
        var seen = new List<(Instant, string)>();
        var now = Tokyo.At("2026-03-18T18:00:00");
        while (PaymentSchedule.NextWake(spec.Edition, spec.State, now) is { } wake)
        {
            spec.When(new PaymentCommand.PassTime(wake - Tokyo.Millisecond)).ThenNothing();
            spec.When(new PaymentCommand.PassTime(wake));
            seen.Add((wake, spec.State.LapsedOn is null ? "reminded" : "lapsed"));
            now = wake;
        }

        Assert.Equal(
            [
                (Tokyo.At("2026-04-02T09:00:00"), "reminded"), (Tokyo.At("2026-05-01T09:00:00"), "reminded"),
                (Tokyo.At("2026-05-30T00:00:00"), "lapsed"),
            ], seen);
        spec.Holds(LedgerAccount.Decided, 0).Holds(LedgerAccount.Budget, 0);
        spec.When(Invoice("2026-06-01T10:00:00", "late")).ThenRefused("invoiceLapsed");
    }

    [Fact]
    public void PassTime_AfterALongOutage_RemindsOnlyOnce() => Granted()
        .When(new PaymentCommand.PassTime(Tokyo.At("2026-05-01T09:00:00"))).Then(new PaymentEvent.InvoiceReminded(30))
        .When(new PaymentCommand.PassTime(Tokyo.At("2026-05-02T09:00:00"))).ThenNothing();

    [Fact]
    public void PassTime_OnceInvoiced_IsNothing()
    {
        var spec = Invoiced().When(new PaymentCommand.PassTime(Tokyo.At("2026-09-01T09:00:00"))).ThenNothing();
        Assert.Null(PaymentSchedule.NextWake(spec.Edition, spec.State, Tokyo.At("2026-03-20T10:00:00")));
    }

    [Fact]
    public void PassTime_WhereTheCalendarEnds_EndsNothing()
    {
        var late = new MoneySpec { Edition = Sample.Paying with { Calendar = Sample.R7.Calendar } };
        var last = Sample.R7.Calendar.Years.Max();
        var state = PaymentEvolution.Granted(200_000, new(last, 12, 1));
        Assert.Null(PaymentSchedule.InvoiceEnd(late.Edition, late.Edition.Payment!, state));
        Assert.Empty(PaymentDecider.Decide(
            late.Edition, state, new PaymentCommand.PassTime(Tokyo.At($"{last + 1}-12-01T09:00:00"))).Events);
    }

    private static MoneySpec Endless() =>
        new() { Edition = Sample.Paying with { Payment = Sample.Paying.Payment! with { InvoiceBusinessDays = null } } };
}
