namespace Tedori.Tests.Infrastructure;

/// <summary>One word, string or sign of a Bicep file.</summary>
/// <param name="Text">As written; of a string its text without the quotes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Depth">How many brackets are open around it.</param>
/// <param name="Opens">Whether it is the first of its line.</param>
internal sealed record BicepToken(string Text, BicepTokenKind Kind, int Line, int Depth, bool Opens)
{
    public bool Is(string text) => Kind != BicepTokenKind.Text && Text == text;
}
