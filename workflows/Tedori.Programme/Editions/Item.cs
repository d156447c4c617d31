namespace Tedori.Programme.Editions;

/// <summary>One item that a company can carry out (奨励金対象事業): guideline 1(2).</summary>
/// <param name="Number">Number in the guideline, 1 for ① to 15 for ⑮.</param>
/// <param name="Group">Id of its group.</param>
/// <param name="Name">Official name.</param>
public sealed record Item(int Number, string Group, string Name)
{
    /// <summary>
    /// The schemes (制度) under which it can be carried out, in order; empty where it is one. Several of them are one item.
    /// </summary>
    public IReadOnlyList<string> Schemes { get; init; } = [];

    /// <summary>The number as the guideline prints it, ① to ⑳.</summary>
    public string Label => ((char)('\u2460' + Number - 1)).ToString();
}
