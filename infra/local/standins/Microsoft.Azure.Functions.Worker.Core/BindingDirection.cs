namespace Microsoft.Azure.Functions.Worker;

public enum BindingDirection
{
    In = 0,
    Out = 1,
}
