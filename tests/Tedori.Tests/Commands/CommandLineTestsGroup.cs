namespace Tedori.Tests.Commands;

/// <summary>Tests that take over the console of the process: one at a time, and nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CommandLineTestsGroup
{
    public const string Name = "command line";
}
