using Tedori.Functions.Staff.Settings;
using Tedori.Programme.Editions;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Programmes;

/// <summary>How grants are paid and claimed back stands in the file; a file without the section pays outside the system.</summary>
public sealed class PaymentSectionTests
{
    [Fact]
    public void Read_TheSection_GivesTheRulesAndNamesEveryAssumption()
    {
        var read = Assert.IsType<EditionReading.Valid>(EditionReader.Read(WithPayment().Text)).Edition;

        Assert.Equal(40, read.Payment!.InvoiceBusinessDays);
        Assert.Equal([10, 30], read.Payment.InvoiceReminders);
        Assert.Equal((2, 400, 20), (read.Payment.LeadBankDays, read.Payment.AccountDays, read.Payment.RefundBusinessDays));
        Assert.Equal(new(1_095, 1_095, 365, 100), read.Payment.Charges);
        var assumed = read.Assumptions.Where(a => a.Path.StartsWith("payment.", StringComparison.Ordinal)).ToList();
        Assert.Equal(9, assumed.Count);
        Assert.All(assumed, a => Assert.NotEqual(a.Path, AssumptionLabels.NameOf(a)));
    }

    [Fact]
    public void Read_WithoutAnEndForInvoices_HasNone() => Assert.Null(Assert.IsType<EditionReading.Valid>(
        EditionReader.Read(WithPayment().Remove("payment.invoiceBusinessDays").Text)).Edition.Payment!.InvoiceBusinessDays);

    [Fact]
    public void Read_AFileWithoutTheSection_PaysOutside() => Assert.Null(Sample.R7.Payment);

    [Theory]
    [InlineData("invoiceBusinessDays", "61")]
    [InlineData("invoiceReminders", "[10, 10]")]
    [InlineData("invoiceReminders", "[0]")]
    [InlineData("leadBankDays", "-1")]
    [InlineData("accountDays", "0")]
    [InlineData("refundBusinessDays", "\"20\"")]
    [InlineData("charges.surchargeBasisPoints", "10001")]
    [InlineData("charges.lateBasisPoints", "-1")]
    [InlineData("charges.daysOfYear", "360.5")]
    [InlineData("charges.unitYen", "0")]
    public void Read_AnImpossibleValue_IsAFaultOfItsField(string field, string value) => Assert.StartsWith(
        $"payment.{field}", Assert.Single(WithPayment().Set($"payment.{field}.value", value).Faults()).Path, StringComparison.Ordinal);

    [Theory]
    [InlineData("invoiceReminders")]
    [InlineData("accountDays")]
    [InlineData("charges")]
    [InlineData("charges.unitYen")]
    public void Read_WithoutAField_IsAFault(string field) => Assert.NotEmpty(WithPayment().Remove($"payment.{field}").Faults());

    private static ProgrammeFileEdits WithPayment() => ProgrammeFileEdits.OfR7().Set("payment", """
        {
          "invoiceBusinessDays": { "value": 40, "source": "A", "note": "仮の値" },
          "invoiceReminders": { "value": [10, 30], "source": "A", "note": "仮の値" },
          "leadBankDays": { "value": 2, "source": "A", "note": "仮の値" },
          "accountDays": { "value": 400, "source": "A", "note": "仮の値" },
          "refundBusinessDays": { "value": 20, "source": "A", "note": "仮の値" },
          "charges": {
            "surchargeBasisPoints": { "value": 1095, "source": "A", "note": "仮の値" },
            "lateBasisPoints": { "value": 1095, "source": "A", "note": "仮の値" },
            "daysOfYear": { "value": 365, "source": "A", "note": "仮の値" },
            "unitYen": { "value": 100, "source": "A", "note": "仮の値" }
          }
        }
        """);
}
