using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tedori.Tests.Codebase;

/// <summary>Prints the types of an assembly as the packages' listings do: what Object or a record declares by itself
/// (Equals, GetHashCode, ToString, Deconstruct, the clone) is left out, conversions keep their metadata
/// names.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] LeftOut =
        ["Equals", "GetHashCode", "ToString", "Deconstruct", "PrintMembers", "<Clone>$"];

    public static IReadOnlyList<SurfaceType> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().Where(t => t.Namespace is not null).Select(Of)];

    public static SurfaceType Of(Type type) =>
        new(type.Namespace!, [.. Attributes(type), Header(type)], [.. Members(type)]);

    private static IEnumerable<string> Attributes(Type type)
    {
        if (type.IsDefined(typeof(ObsoleteAttribute), inherit: false)) yield return "[Obsolete]";
        var usage = type.GetCustomAttributesData()
            .FirstOrDefault(a => a.AttributeType == typeof(AttributeUsageAttribute));
        if (usage is null) yield break;
        var targets = (AttributeTargets)usage.ConstructorArguments[0].Value!;
        var named = usage.NamedArguments.Select(a => $", {a.MemberName}={a.TypedValue.Value}");
        yield return $"[AttributeUsage({targets}{string.Concat(named)})]";
    }

    private static string Header(Type type)
    {
        var generics = type.IsGenericTypeDefinition ? type.GetGenericArguments() : [];
        var header = $"public {Kind(type)} {SurfaceNames.Of(type)}";
        var bases = type.IsEnum ? [] : Bases(type).Select(t => SurfaceNames.Of(t)).ToList();
        return header + (bases.Count > 0 ? $" : {string.Join(", ", bases)}" : "") + SurfaceNames.Constraints(generics);
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        _ when IsDelegate(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (IsRecord(type) ? "record" : "class"),
    };

    private static IEnumerable<Type> Bases(Type type)
    {
        var inherited = type.BaseType;
        if (inherited is not null && inherited != typeof(object) && inherited != typeof(ValueType))
            yield return inherited;
        foreach (var contract in type.GetInterfaces().Except(inherited?.GetInterfaces() ?? []).Where(t => t.IsVisible))
            yield return contract;
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return [string.Join(", ", type.GetFields(Declared).Where(f => f.IsLiteral).Select(Case))];
        if (IsDelegate(type)) return [Method(type.GetMethod("Invoke")!, modifiers: "")];
        return
        [
            .. type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(Field),
            .. type.GetConstructors(Declared).Where(c => !c.IsStatic && IsSeen(c)).Select(Constructor),
            .. type.GetProperties(Declared).Where(p => Accessors(p).Count > 0).Select(Property),
            .. type.GetMethods(Declared).Where(m => IsSeen(m) && IsListed(m)).Select(m => Method(m, Modifiers(m))),
        ];
    }

    private static string Case(FieldInfo field) =>
        string.Create(CultureInfo.InvariantCulture, $"{field.Name}={field.GetRawConstantValue()}");

    private static string Field(FieldInfo field)
    {
        var type = SurfaceNames.Of(field.FieldType, SurfaceNames.Nullability.Create(field));
        var access = Obsolete(field) + (field.IsPublic ? "public " : "protected ");
        return field.IsLiteral
            ? $"{access}const {type} {field.Name} = {SurfaceNames.Literal(field.GetRawConstantValue())}"
            : $"{access}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    private static string Constructor(ConstructorInfo constructor) =>
        Obsolete(constructor) + Modifiers(constructor) + constructor.DeclaringType!.Name.Split('`')[0]
        + $"({SurfaceNames.Parameters(constructor)})";

    private static string Property(PropertyInfo property)
    {
        var accessors = Accessors(property);
        var widest = accessors.Find(a => a.IsPublic) ?? accessors[0];
        var index = property.GetIndexParameters();
        var name = index.Length > 0 ? $"this[{string.Join(", ", index.Select(SurfaceNames.Of))}]" : property.Name;
        var type = SurfaceNames.Of(property.PropertyType, SurfaceNames.Nullability.Create(property));
        var body = string.Join(" ", accessors.Select(Accessor));
        return $"{Obsolete(property)}{Modifiers(widest)}{type} {name} {{ {body} }}";
    }

    private static List<MethodInfo> Accessors(PropertyInfo property) =>
        [.. property.GetAccessors(nonPublic: true).Where(IsSeen)];

    /// <summary>A setter that is not public is printed with its access, whatever the property's is.</summary>
    private static string Accessor(MethodInfo accessor)
    {
        if (accessor.ReturnType != typeof(void)) return "get;";
        var isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return (accessor.IsPublic ? "" : "protected ") + (isInit ? "init;" : "set;");
    }

    private static string Method(MethodInfo method, string modifiers)
    {
        var generics = method.GetGenericArguments();
        var result = SurfaceNames.Of(method.ReturnType, SurfaceNames.Nullability.Create(method.ReturnParameter));
        var name = method.Name + (generics.Length > 0 ? $"<{string.Join(", ", generics.Select(g => g.Name))}>" : "");
        return $"{Obsolete(method)}{modifiers}{result} {name}({SurfaceNames.Parameters(method)})"
            + SurfaceNames.Constraints(generics);
    }

    private static string Modifiers(MethodBase method)
    {
        if (method.DeclaringType!.IsInterface) return "";
        var access = method.IsPublic ? "public " : "protected ";
        if (method.IsStatic) return access + "static ";
        if (method.IsAbstract) return access + "abstract ";
        if (!method.IsVirtual) return access;
        if ((method.Attributes & MethodAttributes.NewSlot) == 0) return access + "override ";
        return access + (method.IsFinal ? "" : "virtual ");
    }

    private static string Obsolete(MemberInfo member) =>
        member.IsDefined(typeof(ObsoleteAttribute), inherit: false) ? "[Obsolete] " : "";

    private static bool IsListed(MethodInfo method) => method.IsSpecialName
        ? method.Name is "op_Implicit" or "op_Explicit"
        : !LeftOut.Contains(method.Name);

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsDelegate(Type type) => type.BaseType == typeof(MulticastDelegate);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", Declared) is not null;
}
