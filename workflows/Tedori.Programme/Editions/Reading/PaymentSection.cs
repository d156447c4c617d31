namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>payment</c>. A file may leave it out: then its grants are paid outside this system.</summary>
internal static class PaymentSection
{
    private const int MostBusinessDays = 60;
    private const string Invoice = "invoiceBusinessDays";

    public static PaymentRules? Read(FileNode node, ReadingLog log)
    {
        if (node.IsAbsent)
            return null;
        var payment = node.Object(
            ["invoiceReminders", "leadBankDays", "accountDays", "refundBusinessDays", "charges"], Invoice);
        FileNode Value(string name) => payment.Field(name).Marked(log);
        var invoice = payment.Field(Invoice).IsAbsent ? null : Value(Invoice).Count(1, MostBusinessDays);
        var reminders = Reminders(Value("invoiceReminders"));
        var lead = Value("leadBankDays").Count(0, 30);
        var account = Value("accountDays").Count(1, 3_660);
        var refund = Value("refundBusinessDays").Count(1, MostBusinessDays);
        var charges = Charges(payment.Field("charges"), log);
        return lead is null || account is null || refund is null || charges is null
            ? null
            : new(invoice, reminders, lead.Value, account.Value, refund.Value, charges);
    }

    private static ChargeRules? Charges(FileNode node, ReadingLog log)
    {
        var charges = node.Object(["surchargeBasisPoints", "lateBasisPoints", "daysOfYear", "unitYen"]);
        FileNode Value(string name) => charges.Field(name).Marked(log);
        var surcharge = Value("surchargeBasisPoints").Count(0, 10_000);
        var late = Value("lateBasisPoints").Count(0, 10_000);
        var days = Value("daysOfYear").Count(360, 366);
        var unit = Value("unitYen").Count(1, 1_000);
        return surcharge is null || late is null || days is null || unit is null
            ? null
            : new(surcharge.Value, late.Value, days.Value, unit.Value);
    }

    private static int[] Reminders(FileNode node)
    {
        var elements = node.Elements(maximum: 10, minimum: 0);
        int?[] days = [.. elements.Select(e => e.Count(1, MostBusinessDays))];
        for (var i = 1; i < days.Length; i++)
        {
            if (days[i] <= days[i - 1])
                elements[i].Fault($"{days[i]} is not above {days[i - 1]}; list reminders from fewest days to most.");
        }

        return [.. days.OfType<int>()];
    }
}
