using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Staff.Reviews;

/// <summary>Makes the model of a review, which the case page embeds as well.</summary>
public sealed class ReviewModels(CaseCommandHandler cases, CaseHistory history, EditionCatalog editions)
{
    /// <summary>The model, or null where there is no such case.</summary>
    public async Task<ReviewModel?> ModelAsync(StaffRequest page, string caseId)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!CaseId.TryParse(caseId, out var id) || !editions.Has(id.Round)
            || await cases.ReadAsync(id, page.Cancellation) is not { } snapshot)
            return null;
        var events = new List<(int, CaseEvent)>();
        await foreach (var row in history.SinceAsync(id, 0, page.Cancellation))
            events.Add(row);
        return new(editions.Of(id), snapshot.State, snapshot.Events, events, page.Member, page.Token,
            page.ReceivedAt);
    }

    /// <summary>The model with what happened since the member saw the case.</summary>
    public static ReviewModel Since(ReviewModel model, int seen)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model with { Changed = [.. model.History.Where(h => h.Number > seen).Select(h => h.Event)] };
    }

    /// <summary>The model with what is wrong with the posted form.</summary>
    public static ReviewModel Wrong(ReviewModel model, PostedForm form, params IReadOnlyList<FieldError> errors)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model with { Form = form, Errors = errors };
    }
}
