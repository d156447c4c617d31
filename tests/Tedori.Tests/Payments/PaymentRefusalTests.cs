using System.Reflection;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Payments;

/// <summary>Every refusal of money has a code of its own and one clear Japanese text.</summary>
public sealed class PaymentRefusalTests
{
    [Fact]
    public void Refusals_AllOfThem_HaveCodesOfTheirOwn()
    {
        var codes = All().Select(r => r.Code).ToList();
        Assert.Equal(codes.Distinct(), codes);
    }

    [Fact]
    public void Refusals_AllOfThem_AreJapaneseSentences() =>
        Assert.All(All(), r => Assert.Matches("^[^a-zA-Z]*[ぁ-ん][^a-zA-Z]*。$", r.Text));

    internal static IEnumerable<Refusal> All() => typeof(PaymentRefusals)
        .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Select(m => m switch
        {
            FieldInfo field => field.GetValue(null),
            MethodInfo method => method.Invoke(null, [.. method.GetParameters().Select(p => Argument(p.ParameterType))]),
            _ => throw new InvalidOperationException($"{m.Name} is not a refusal."),
        })
        .Cast<Refusal>();

    private static object Argument(Type type)
    {
        var samples = new object[]
        {
            2, 200_000L, Tokyo.Day("2026-02-10"), MoneySpec.First,
            new PaymentAttempt(1, MoneySpec.First, 1, 200_000, AttemptStage.Made, Tokyo.Day("2026-04-10")),
            Cutoff.After(Sample.R7, Tokyo.Day("2026-03-18"), 40, "奨励金の請求の期限", post: true),
        };
        return samples.Single(type.IsInstanceOfType);
    }
}
