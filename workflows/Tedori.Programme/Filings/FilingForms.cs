using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Programme.Filings;

/// <summary>Puts the forms to a company and judges what it writes into them.</summary>
public static class FilingForms
{
    /// <summary>
    /// The form, or null where the case has none of this kind: no project to claim for, no such correction.
    /// </summary>
    public static FilingForm? Of(Edition edition, CaseState state, FormKey key)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(state);
        return key.Kind switch
        {
            FormKind.Company => CompanyForm.Of(edition, state),
            FormKind.Project => ProjectForm.Of(edition),
            FormKind.Claim => state.Project is { } project ? ClaimForm.Of(edition, project) : null,
            FormKind.Correction => state.Correction is { } open && open.Number == key.Correction
                ? CorrectionForm.Of(open)
                : null,
            _ => throw new InvalidOperationException($"Unknown form {key.Kind}."),
        };
    }

    /// <summary>
    /// Everything that keeps the answers from being filed, in order of the fields; empty where nothing does.
    /// </summary>
    public static IReadOnlyList<FormFault> Faults(Edition edition, FilingForm form, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        List<FormFault> general = [.. FormCheck.Faults(form, answers)];
        var special = form.Key.Kind is FormKind.Project or FormKind.Claim
            ? ItemAnswers.Faults(edition, form, answers)
            : [];
        var order = form.Fields.Select((f, i) => (f.Name, i)).ToDictionary(f => f.Name, f => f.i);
        return [.. general.Concat(special).DistinctBy(f => f.Field).OrderBy(f => order[f.Field])];
    }

    /// <summary>The deadline of a form, or null where it is not fixed (no project yet, no such correction).</summary>
    public static Cutoff? CutoffOf(Edition edition, CaseState state, FormKey key)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (key.FilesIn is { } step)
            return CaseSchedule.Of(edition, state, step);
        return state.Correction is { } open && open.Number == key.Correction
            ? CaseSchedule.OfCorrection(edition, open)
            : null;
    }
}
