using System.Collections.ObjectModel;

namespace Microsoft.Azure.Functions.Worker;

public class FunctionParameter
{
    public FunctionParameter(string name, Type type)
        : this(name, type, false, null, ReadOnlyDictionary<string, object>.Empty)
    {
    }

    public FunctionParameter(string name, Type type, bool hasDefaultValue, object? defaultValue)
        : this(name, type, hasDefaultValue, defaultValue, ReadOnlyDictionary<string, object>.Empty)
    {
    }

    public FunctionParameter(string name, Type type, IReadOnlyDictionary<string, object> properties)
        : this(name, type, false, null, properties)
    {
    }

    public FunctionParameter(
        string name,
        Type type,
        bool hasDefaultValue,
        object? defaultValue,
        IReadOnlyDictionary<string, object> properties)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(properties);
        Name = name;
        Type = type;
        HasDefaultValue = hasDefaultValue;
        DefaultValue = defaultValue;
        Properties = properties;
    }

    public string Name { get; }

    public Type Type { get; }

    public bool HasDefaultValue { get; }

    public bool IsReferenceOrNullableType => !Type.IsValueType || Nullable.GetUnderlyingType(Type) is not null;

    public object? DefaultValue { get; }

    public IReadOnlyDictionary<string, object> Properties { get; }
}
