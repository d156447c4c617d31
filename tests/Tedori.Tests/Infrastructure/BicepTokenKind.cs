namespace Tedori.Tests.Infrastructure;

/// <summary>Kinds of tokens.</summary>
internal enum BicepTokenKind
{
    Word,
    Text,
    Sign,
}
