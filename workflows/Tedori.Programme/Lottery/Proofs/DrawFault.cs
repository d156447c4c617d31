namespace Tedori.Programme.Lottery.Proofs;

/// <summary>Something in a published draw that does not hold. Every verifier uses the same codes.</summary>
/// <param name="Code">What kind of thing, for example <c>leaf</c>.</param>
/// <param name="Where">Which one, for example <c>entry 17</c>.</param>
/// <param name="Text">One English sentence.</param>
public sealed record DrawFault(string Code, string Where, string Text)
{
    /// <summary>Code, place and sentence on one line.</summary>
    public override string ToString() => $"{Code}: {Where}: {Text}";
}
