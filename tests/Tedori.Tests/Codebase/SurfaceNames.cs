using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tedori.Tests.Codebase;

/// <summary>How the listings write types, parameters, default values and constraints.</summary>
internal static class SurfaceNames
{
    public static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>Without <paramref name="nullability"/> references are printed without a question mark; a bare generic
    /// parameter and what is passed by reference always are.</summary>
    public static string Of(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef) return Of(type.GetElementType()!);
        if (type.IsGenericParameter) return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value, nullability) + "?";
        var name = type.IsArray
            ? Of(type.GetElementType()!, nullability?.ElementType) + "[]"
            : Named(type, nullability);
        return !type.IsValueType && IsNullable(nullability) ? name + "?" : name;
    }

    public static string Of(ParameterInfo parameter)
    {
        var passing = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true, ParameterType.IsByRef: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ => parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params " : "",
        };
        var first = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute), inherit: false);
        return (first ? "this " : "") + passing + Of(parameter.ParameterType, Nullability.Create(parameter))
            + $" {parameter.Name}" + Default(parameter);
    }

    public static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Of));

    public static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    public static string Constraints(IEnumerable<Type> parameters) => string.Concat(parameters
        .Select(p => (p.Name, All: string.Join(", ", Constraints(p))))
        .Where(c => c.All.Length > 0)
        .Select(c => $" where {c.Name} : {c.All}"));

    private static IEnumerable<string> Constraints(Type parameter)
    {
        var special = parameter.GenericParameterAttributes;
        var isStruct = special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (special.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) yield return "class";
        if (isStruct) yield return "struct";
        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(t => t != typeof(ValueType)))
            yield return Of(constraint);
        if (!isStruct && special.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) yield return "new()";
    }

    private static string Named(Type type, NullabilityInfo? nullability)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        var name = (type.DeclaringType is { } outer ? Of(outer) + "." : "") + type.Name.Split('`')[0];
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 0) return name;
        var inner = nullability?.GenericTypeArguments ?? [];
        var written = arguments.Select((a, i) => Of(a, i < inner.Length ? inner[i] : null));
        return $"{name}<{string.Join(", ", written)}>";
    }

    private static bool IsNullable(NullabilityInfo? nullability) => nullability is not null
        && (nullability.ReadState == NullabilityState.Unknown ? nullability.WriteState : nullability.ReadState)
            == NullabilityState.Nullable;

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue) return "";
        var type = parameter.ParameterType;
        var isDefault = parameter.DefaultValue is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null;
        return isDefault ? " = default" : $" = {Literal(parameter.DefaultValue)}";
    }
}
