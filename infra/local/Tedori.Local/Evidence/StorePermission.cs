namespace Tedori.Local.Evidence;

/// <summary>The one thing that a signed URL of the local store can do.</summary>
internal enum StorePermission
{
    /// <summary>Read one stored file.</summary>
    Read,

    /// <summary>Write one upload, and neither read nor remove it.</summary>
    Write,
}
