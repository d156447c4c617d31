namespace Tedori.Engine;

/// <summary>What happens to an instance's row in a batch.</summary>
internal enum RowOperation
{
    None,
    Insert,
    Update,
    Delete,
}
