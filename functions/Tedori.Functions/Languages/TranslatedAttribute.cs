namespace Tedori.Functions.Languages;

/// <summary>On a page all of which can be said in every language. Every other page is in Japanese whoever reads it, and says so.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TranslatedAttribute : Attribute;
