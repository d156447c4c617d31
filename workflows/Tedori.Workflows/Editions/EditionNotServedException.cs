namespace Tedori.Workflows.Editions;

/// <summary>A case or round of an edition whose programme file is not served here.</summary>
public sealed class EditionNotServedException(string edition) : KeyNotFoundException(
    $"No programme file of '{edition}' is served here: name it beside the others, and its cases go on.")
{
    /// <summary>Id of the edition.</summary>
    public string Edition { get; } = edition;
}
