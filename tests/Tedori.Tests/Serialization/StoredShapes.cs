using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.DurableTask;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Alarms;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Programme.Post;
using Tedori.Workflows.Alarms;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Canary;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Health;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Reconciliation;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Serialization;

/// <summary>Every type that is stored, hashed, or passed to and from an orchestration.</summary>
internal static class StoredShapes
{
    private static readonly Type[] Listed =
    [
        typeof(CaseEvent), typeof(ProposedAction), typeof(Receipt), typeof(CaseSnapshot), typeof(CaseState),
        typeof(AttemptRow), typeof(Notice), typeof(SentNotice), typeof(LinkAccess), typeof(ChosenLanguage), typeof(Draft), typeof(DraftEntry),
        typeof(SafeCopy), typeof(KeptPage), typeof(FilingPaper), typeof(EvidenceManifest), typeof(UploadRow), typeof(VirusVerdict),
        typeof(CaseAssignment), typeof(CaseNote), typeof(ChecklistTick), typeof(CaseListing), typeof(SavedFilter),
        typeof(RecordedReferral),
        typeof(RoundState), typeof(FinishedResult), typeof(CounterRow), typeof(EntryRow), typeof(EntryAttemptRow), typeof(ListRow),
        typeof(ResultRow), typeof(LotShare), typeof(SettledLot), typeof(JoinDecision), typeof(SelectedRow),
        typeof(DrawRow), typeof(PublishedPage), typeof(NearPage), typeof(PlaceLedger), typeof(PlacePosting),
        typeof(BeaconPledge), typeof(TypedThrow), typeof(TypedClosing), typeof(WitnessedThrow), typeof(Proposal), typeof(ActionVerdict),
        typeof(PartVerdict), typeof(HandOver), typeof(NoticeJob), typeof(NoticeVerdict), typeof(Envelope), typeof(StaffMember), typeof(StaffTask),
        typeof(ClosedDaysRow), typeof(DisruptionsRow), typeof(DocumentCounterRow), typeof(DocumentNumber), typeof(MailEvent),
        typeof(DroppedReports), typeof(InboundMail), typeof(InboundLine), typeof(InboundReceipt), typeof(InboundAnswer),
        typeof(Anchor), typeof(AnchorHead), typeof(AnchorPage), typeof(AuditEntry),
        typeof(CanaryRow), typeof(EvidenceFinding), typeof(ReconciliationRun), typeof(SweepRun), typeof(CasePosition),
        typeof(DrawFile), typeof(EntryProof), typeof(CaseId), typeof(RoundId), typeof(Instant), typeof(LocalDate),
        typeof(OpenAlarm), typeof(AlarmMail), typeof(AlarmLook), typeof(EventRow), typeof(AnchorRow), typeof(EditionRow), typeof(Installation), typeof(SealedProbe), typeof(string), typeof(int), typeof(bool),
    ];

    /// <summary>The types, those of a union each by itself, in order of their names.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. Listed.SelectMany(Alternatives).Concat(Passed()).Distinct().OrderBy(NameOf, StringComparer.Ordinal),
    ];

    /// <summary>Its name with that of the type around it.</summary>
    public static string NameOf(Type type) =>
        type.DeclaringType is { } around ? $"{NameOf(around)}.{type.Name}" : type.Name;

    /// <summary>The type as which it is written: the union that it belongs to, or itself.</summary>
    public static Type WrittenAs(Type type) =>
        type.BaseType is { } union && Alternatives(union).Contains(type) ? union : type;

    private static IEnumerable<Type> Alternatives(Type type)
    {
        var derived = type.GetCustomAttributes<JsonDerivedTypeAttribute>(false).Select(a => a.DerivedType).ToList();
        return derived.Count == 0 ? [type] : derived;
    }

    // The inputs and outcomes of orchestrators and activities.
    private static IEnumerable<Type> Passed() =>
        from type in typeof(CaseOrchestrator).Assembly.GetTypes()
        let durable = type.BaseType
        where durable is { IsGenericType: true }
            && (durable.GetGenericTypeDefinition() == typeof(TaskOrchestrator<,>)
                || durable.GetGenericTypeDefinition() == typeof(TaskActivity<,>))
        from passed in durable.GetGenericArguments()
        select Nullable.GetUnderlyingType(passed) ?? passed;
}
