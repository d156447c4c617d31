namespace Tedori.Programme.Plans;

/// <summary>One of the contents (内容) of an area.</summary>
/// <param name="Label">Its number as the plan prints it, （1） or (1); null where there is only one.</param>
/// <param name="Text">Its text as in the plan.</param>
public sealed record PlanContent(string? Label, string Text);
