namespace Tedori.Workflows.Evidence;

/// <summary>What became of the admission of an upload.</summary>
public enum Admission
{
    /// <summary>The evidence of the case holds the content under its digest.</summary>
    Admitted,

    /// <summary>The upload is there no more.</summary>
    Absent,

    /// <summary>Something else was written since it was inspected: inspect it again.</summary>
    Changed,
}
