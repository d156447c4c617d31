using NodaTime;

namespace Tedori.Programme.Editions.Reading;

/// <summary>A round as far as it could be read.</summary>
internal sealed record RoundDraft(
    FileNode Node,
    int? Number,
    int? Places,
    DatedField EntryOpens,
    DatedField EntryCloses,
    DatedField CompanyRegistration,
    DatedField ProjectRegistration,
    DatedField PlainImplementation,
    DatedField PlainClaim,
    DatedField WageImplementation,
    DatedField WageClaim)
{
    /// <summary>All dates of the round, in order of the file.</summary>
    public IEnumerable<DatedField> Dates =>
    [
        EntryOpens, EntryCloses, CompanyRegistration, ProjectRegistration, PlainImplementation, PlainClaim,
        WageImplementation, WageClaim,
    ];

    /// <summary>Reads one round without judging its order.</summary>
    public static RoundDraft Read(FileNode node)
    {
        var round = node.Object(
        [
            "number", "places", "entryOpens", "entryCloses", "companyRegistration", "projectRegistration",
            "plain", "wage",
        ]);
        var plain = round.Field("plain").Object(["implementation", "claim"]);
        var wage = round.Field("wage").Object(["implementation", "claim"]);
        return new(
            node,
            round.Field("number").Count(1, 99),
            round.Field("places").Count(1, 100_000),
            DatedField.Of(round, "entryOpens"),
            DatedField.Of(round, "entryCloses"),
            DatedField.Of(round, "companyRegistration"),
            DatedField.Of(round, "projectRegistration"),
            DatedField.Of(plain, "implementation", "plain."),
            DatedField.Of(plain, "claim", "plain."),
            DatedField.Of(wage, "implementation", "wage."),
            DatedField.Of(wage, "claim", "wage."));
    }

    /// <summary>Guideline 1(4): a step ends before the next, and the wage track never before the plain one.</summary>
    public void RequireOrder()
    {
        EntryCloses.MustFollow(EntryOpens, sameDayAllowed: true);
        CompanyRegistration.MustFollow(EntryCloses);
        ProjectRegistration.MustFollow(CompanyRegistration);
        PlainImplementation.MustFollow(ProjectRegistration);
        PlainClaim.MustFollow(PlainImplementation);
        if (WageImplementation.MustFollow(ProjectRegistration))
            WageImplementation.MustFollow(PlainImplementation, sameDayAllowed: true);
        if (WageClaim.MustFollow(WageImplementation))
            WageClaim.MustFollow(PlainClaim, sameDayAllowed: true);
    }

    /// <summary>The round, once the log holds no fault.</summary>
    public Round ToRound() => new(
        Number!.Value,
        Places!.Value,
        EntryOpens.Value!.Value,
        EntryCloses.Value!.Value,
        CompanyRegistration.Value!.Value,
        ProjectRegistration.Value!.Value,
        new(PlainImplementation.Value!.Value, PlainClaim.Value!.Value),
        new(WageImplementation.Value!.Value, WageClaim.Value!.Value));
}

/// <summary>A date and where it stands in the file; null where it could not be read.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Name">What it is, in the words of the file.</param>
/// <param name="Value">The date, Asia/Tokyo.</param>
internal sealed record DatedField(FileNode Node, string Name, LocalDate? Value)
{
    public static DatedField Of(FileNode parent, string name, string prefix = "") =>
        new(parent.Field(name), prefix + name, parent.Field(name).Date());

    /// <summary>Reports a date that is not after the other, or not on or after it; whether nothing is wrong.</summary>
    public bool MustFollow(DatedField earlier, bool sameDayAllowed = false)
    {
        if (Value is not { } date || earlier.Value is not { } other)
            return true;
        if (date > other || (sameDayAllowed && date == other))
            return true;
        var relation = sameDayAllowed ? "must not lie before" : "must lie after";
        Node.Fault($"{Name} ({date:uuuu-MM-dd}) {relation} {earlier.Name} ({other:uuuu-MM-dd}); correct one.");
        return false;
    }
}
