using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Shows what would leave: composed by the rules and rendered for the real case, but for the secret of its link. Changes nothing.
/// </summary>
public sealed class NoticePreview(IRecords records, EditionCatalog editions, CaseAccess access, INoticeRenderer renderer)
{
    /// <summary>The notice that a command would cause, or why it would cause none.</summary>
    public async Task<(Notice? Notice, RenderedMail? Mail, Refusal? Refusal)> OfAsync(
        CaseId id, CaseSnapshot snapshot, CaseCommand command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var edition = editions.Of(id);
        var decision = CaseDecider.Decide(edition, snapshot.State, command);
        if (decision is not Decision.Accepted { Events: [var e] })
            return (null, null, (decision as Decision.Refused)?.Refusal);
        var after = CaseEvolution.Evolve(snapshot.State, e);
        var notice = await records.InChosenLanguageAsync(
            NoticeComposer.Compose(edition, after, e, snapshot.Events + 1)!, cancellation);
        var link = await access.LinkAsync(id, cancellation);
        return (notice, await renderer.RenderAsync(notice, link is null ? null : Hidden(link)), null);
    }

    // Whoever looks at the preview must not be able to open the case as the company.
    private static Uri Hidden(Uri link) => new UriBuilder(link) { Query = "token=..." }.Uri;
}
