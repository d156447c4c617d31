using System.Globalization;
using Tedori.Programme.Cases;

namespace Tedori.Programme.Filings;

/// <summary>Names one form of one case, for example <c>company</c> or <c>correction-2</c>. Storage format.</summary>
/// <param name="Kind">Which form.</param>
/// <param name="Correction">Number of the correction it answers; 0 for every other form.</param>
public readonly record struct FormKey(FormKind Kind, int Correction = 0)
{
    private const string Answer = "correction-";

    /// <summary>The form that is to be filed next, or null where the company has nothing to file.</summary>
    public static FormKey? Of(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Correction is { } correction && correction.Review == state.Step)
            return new(FormKind.Correction, correction.Number);
        return state.Step switch
        {
            Step.CompanyRegistration => new(FormKind.Company),
            Step.ProjectRegistration => new(FormKind.Project),
            Step.Implementation or Step.Claim => new(FormKind.Claim),
            _ => null,
        };
    }

    /// <summary>The form of which an event took a filing in; null where it took in none, or an answer.</summary>
    public static FormKey? OfFiled(CaseEvent e) => e switch
    {
        CaseEvent.CompanyRegistered => new(FormKind.Company),
        CaseEvent.ProjectRegistered => new(FormKind.Project),
        CaseEvent.ClaimSubmitted => new(FormKind.Claim),
        _ => null,
    };

    /// <summary>The step whose deadline binds the form; an answer to a correction has a deadline of its own.</summary>
    public Step? FilesIn => Kind switch
    {
        FormKind.Company => Step.CompanyRegistration,
        FormKind.Project => Step.ProjectRegistration,
        FormKind.Claim => Step.Claim,
        FormKind.Correction => null,
        _ => throw new InvalidOperationException($"Unknown form {Kind}."),
    };

    /// <summary>Parses the printed form.</summary>
    public static bool TryParse(string? text, out FormKey key)
    {
        key = text switch
        {
            "company" => new(FormKind.Company),
            "project" => new(FormKind.Project),
            "claim" => new(FormKind.Claim),
            _ => default,
        };
        if (key.ToString() == text)
            return true;
        if (text is null || !text.StartsWith(Answer, StringComparison.Ordinal)
            || !int.TryParse(
                text.AsSpan(Answer.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        key = new(FormKind.Correction, number);
        return number > 0 && key.ToString() == text;
    }

    /// <inheritdoc/>
    public override string ToString() => Kind == FormKind.Correction
        ? string.Create(CultureInfo.InvariantCulture, $"{Answer}{Correction}")
        : char.ToLowerInvariant(Kind.ToString()[0]) + Kind.ToString()[1..];
}
