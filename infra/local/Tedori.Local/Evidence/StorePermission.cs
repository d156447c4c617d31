namespace Tedori.Local.Evidence;

/// <summary>The one thing that a signed URL of the local store can do.</summary>
internal enum StorePermission
{
    /// <summary>Read one stored file.</summary>
    Read,

    /// <summary>Create one part of an upload where it is not there yet, and neither replace, read nor remove it.</summary>
    Create,
}
