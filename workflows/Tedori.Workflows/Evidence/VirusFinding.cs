namespace Tedori.Workflows.Evidence;

/// <summary>What a virus scan ended with. Names are storage format.</summary>
public enum VirusFinding
{
    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>Malicious content was found.</summary>
    Malicious,

    /// <summary>It could not be scanned, for example because it is encrypted.</summary>
    NotScanned,
}
