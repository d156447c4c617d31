namespace Tedori.Engine.Sqlite;

/// <summary>What an acknowledged write survives.</summary>
public enum Durability
{
    /// <summary>The loss of power: each commit reaches the disk before it is acknowledged.</summary>
    Full,

    /// <summary>The end of the process at any instant, but not the loss of power.</summary>
    Normal,
}
