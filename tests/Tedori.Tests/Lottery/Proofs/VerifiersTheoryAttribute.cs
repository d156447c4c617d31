namespace Tedori.Tests.Lottery.Proofs;

/// <summary>A theory that needs all three verifiers to run here.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VerifiersTheoryAttribute : TheoryAttribute
{
    public VerifiersTheoryAttribute() => Skip = VerifiersFactAttribute.Reason;
}
