namespace Tedori.Season;

/// <summary>The data folder holds the beginning of another season.</summary>
internal sealed class SeasonMismatchException(string begun, string wanted) : InvalidOperationException(
    $"The data folder holds a season of '{begun}' (edition, entries, seed, store), not of '{wanted}': " +
    "name the same options to finish it, or another folder.");
