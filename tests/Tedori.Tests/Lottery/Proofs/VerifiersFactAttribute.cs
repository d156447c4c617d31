namespace Tedori.Tests.Lottery.Proofs;

/// <summary>A test that needs all three verifiers to run here.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VerifiersFactAttribute : FactAttribute
{
    public VerifiersFactAttribute() => Skip = Reason;

    public static string? Reason => (Verifiers.HasNode, Verifiers.HasPython) switch
    {
        (true, true) => null,
        (false, _) => "node is not installed, so the JavaScript verifier cannot run; tests/run installs it",
        _ => "python3 is not installed, so the Python verifier cannot run; tests/run installs it",
    };
}
