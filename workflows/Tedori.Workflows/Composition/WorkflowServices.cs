using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tedori.Workflows.Access;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Canary;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Contacts;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Drafts;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Filings;
using Tedori.Workflows.Health;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Post;
using Tedori.Workflows.Reconciliation;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Workflows.Composition;

/// <summary>
/// Registers the use cases and activities. The host adds the ports: records, evidence, mail, beacon, secrets, hints,
/// clock.
/// </summary>
public static class WorkflowServices
{
    /// <summary>Adds them. Scoped, because on Azure the Durable client comes with each invocation.</summary>
    public static TServices AddWorkflows<TServices>(this TServices services)
        where TServices : IServiceCollection
    {
        services.AddScoped<CaseAccess>();
        services.AddScoped<LinkService>();
        services.AddScoped<CaseDirectory>();
        services.AddScoped<ProposalRecords>();
        services.AddScoped<ProposalService>();
        services.AddScoped<ProposalActions>();
        services.AddScoped<OutageReach>();
        services.AddScoped<IActionPreview, CaseActions>();
        services.AddScoped<IActionPreview, ContactActions>();
        services.AddScoped<IActionPreview, PassActions>();
        services.AddScoped<IActionPreview, RoundActions>();
        services.AddScoped<IActionPreview, ExtensionActions>();
        services.AddScoped<IActionPreview, RedrawActions>();
        services.AddScoped<IActionPreview, PromotionActions>();
        services.AddScoped<IActionPreview, LotActions>();
        services.AddScoped<IActionPreview, WitnessActions>();
        services.AddScoped<IActionPreview, LinkActions>();
        services.AddScoped<IActionPreview, PostActions>();
        services.AddScoped<IActionPreview, CalendarActions>();
        services.AddScoped<IActionPreview, WindowActions>();
        services.AddScoped<IActionPreview, OutageActions>();
        services.AddScoped<IActionPreview, NoticeActions>();
        // By type: the container sees a circle among types, and hangs in one behind a factory.
        services.AddScoped<IBulkWork, ProposalActions>();
        services.AddScoped<IBulkWork, NoticeJobs>();
        services.AddScoped<IBulkList, ProposalRecords>();
        services.AddScoped<IBulkList, NoticeJobs>();
        services.AddScoped<ClosedDays>();
        services.AddScoped<Disruptions>();
        services.AddScoped<EditionArchive>();
        services.AddScoped<EditionService>();
        services.AddScoped<DocumentNumbers>();
        services.AddScoped<CaseHistory>();
        services.AddScoped<NoticeJobs>();
        services.AddScoped<PostService>();
        services.AddScoped<AuditLog>();
        services.AddSingleton<RecentRows<CaseSnapshot>>();
        services.AddScoped<CaseCommandHandler>();
        services.AddScoped<DraftService>();
        services.AddScoped<KeptPages>();
        services.AddScoped<SafeCopies>();
        services.AddScoped<FilingService>();
        services.AddScoped<ContactService>();
        services.AddScoped<RoundRecords>();
        services.AddScoped<SelectedCompanies>();
        services.AddScoped<SharedLots>();
        services.AddScoped<DrawnBefore>();
        services.AddScoped<DrawnMatches>();
        services.AddScoped<EntryJoins>();
        services.AddScoped<NearIndex>();
        services.AddScoped<NearMatches>();
        services.AddScoped<PlaceAward>();
        services.AddScoped<LotSettlement>();
        services.AddScoped<PlaceService>();
        services.AddScoped<Promotion>();
        services.AddScoped<PlaceHolders>();
        services.AddScoped<WitnessService>();
        services.AddScoped<Beacons>();
        services.AddScoped<FreshValues>();
        services.AddSingleton<FrozenLists>();
        services.AddScoped<DrawArchive>();
        services.AddScoped<Sealing>();
        services.AddScoped<Publication>();
        services.AddScoped<RoundService>();
        services.AddScoped<Redraw>();
        services.AddSingleton<INumberBounds, SealedNumberBounds>();
        services.AddSingleton<ReceiptNumbers>();
        services.AddSingleton<EntryLanes>();
        services.AddScoped<EntryService>();
        services.AddScoped<EntryWindows>();
        services.AddScoped<ISealingHold, ProposedWindows>();
        services.AddScoped<RoundExtension>();
        services.AddScoped<MovedDeadlines>();
        services.AddScoped<StaffTasks>();
        services.AddScoped<NoticeService>();
        services.AddScoped<NoticeHandOver>();
        services.TryAddSingleton(MailPatience.Default);
        services.AddScoped<EvidenceRecords>();
        services.AddScoped<UploadRegistration>();
        services.AddScoped<EvidenceService>();
        services.AddScoped<VirusVerdicts>();
        services.AddScoped<NoticeRepetition>();
        services.AddScoped<CaseFileReader>();
        services.AddScoped<CaseFileService>();
        services.AddScoped<ReferralRecords>();
        services.AddScoped<PaperReader>();
        services.AddSingleton<KnownMembers>();
        services.AddScoped<StaffRoster>();
        services.AddScoped<SavedFilters>();
        services.AddSingleton<SettledEnds>();
        services.AddScoped<Sweeper>();
        services.AddScoped<SweepLog>();
        services.AddScoped<LateResults>();
        services.AddScoped<FailedInstances>();
        services.AddScoped<FinishedInstances>();
        services.AddScoped<CaseRegister>();
        services.AddScoped<CanaryService>();
        services.AddScoped<EvidenceInspector>();
        services.AddScoped<ReconciliationService>();
        services.AddScoped<AnchorService>();
        services.AddScoped<AnchorAudit>();
        services.AddScoped<HealthService>();
        services.AddScoped<StartCheck>();
        services.AddScoped<ReplyAddresses>();
        services.AddScoped<InboundSorter>();
        services.AddScoped<InboundService>();
        services.AddScoped<MailEventService>();
        services.AddScoped<MailReportService>();
        services.AddScoped<Advance>();
        services.AddScoped<AdvanceRound>();
        services.AddScoped<PublishResults>();
        services.AddScoped<SendNotice>();
        services.AddScoped<CheckNotice>();
        services.AddScoped<ReportMailTrouble>();
        services.AddScoped<RecordCanary>();
        services.AddScoped<FindOpenItems>();
        services.AddScoped<PerformItem>();
        return services;
    }
}
