namespace Tedori.Engine;

/// <summary>The call that a sub-orchestration answers.</summary>
internal sealed record ParentLink(long Key, string Id, string Name, int Execution, int TaskId);
