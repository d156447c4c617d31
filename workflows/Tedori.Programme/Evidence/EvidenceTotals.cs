namespace Tedori.Programme.Evidence;

/// <summary>What a case has taken of its limits: files that it lists and uploads that it still awaits.</summary>
/// <param name="Uploads">Uploads opened so far, whatever became of them.</param>
/// <param name="Files">Files listed or awaited.</param>
/// <param name="Bytes">Their bytes, as declared where they have not arrived.</param>
public sealed record EvidenceTotals(int Uploads, int Files, long Bytes);
