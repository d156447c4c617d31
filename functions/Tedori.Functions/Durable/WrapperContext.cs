using Microsoft.DurableTask;

namespace Tedori.Functions.Durable;

/// <summary>What an activity class is told about its call. Our activities look at nothing but their input.</summary>
internal sealed class WrapperContext(string name) : TaskActivityContext
{
    public override TaskName Name => new(name);

    public override string InstanceId => "";
}
