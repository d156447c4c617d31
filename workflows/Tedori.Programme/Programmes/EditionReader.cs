namespace Tedori.Programme.Programmes;

/// <summary>Reads a programme file and checks it whole.</summary>
public static partial class EditionReader
{
}
