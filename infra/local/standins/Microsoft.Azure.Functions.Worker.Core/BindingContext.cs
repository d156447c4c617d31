namespace Microsoft.Azure.Functions.Worker;

public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
