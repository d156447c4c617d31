namespace Tedori.Functions.Components.Forms;

/// <summary>What is wrong with one field and what to do.</summary>
/// <param name="Field">Id of the field, to which the summary links.</param>
/// <param name="Text">One sentence in Japanese.</param>
public sealed record FieldError(string Field, string Text);
