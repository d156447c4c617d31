namespace Tedori.Programme.Cases;

/// <summary>What a company registered to carry out (奨励金対象事業の登録). Fixed once registered.</summary>
/// <param name="Items">Numbers of the items, ascending, each once.</param>
/// <param name="Track">The schedule that follows from them.</param>
/// <param name="Stated">The schemes of the items; null where the record keeps none.</param>
public sealed record Project(
    IReadOnlyList<int> Items, Track Track, IReadOnlyList<ItemStatement>? Stated = null);
