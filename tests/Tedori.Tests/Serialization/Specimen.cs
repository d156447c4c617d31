using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Programme.Filings;

namespace Tedori.Tests.Serialization;

/// <summary>A value of any stored type with every field filled, always the same one.</summary>
internal static class Specimen
{
    private static readonly CaseId Case = CaseId.Parse("r7-07-00123");

    private static readonly Dictionary<Type, object> Plain = new()
    {
        [typeof(string)] = "株式会社「見本」 a/b & <c> \"d\" + é 𠮷",
        [typeof(int)] = 42,
        [typeof(long)] = 1_234_567L,
        [typeof(bool)] = true,
        [typeof(Instant)] = Instant.FromUtc(2025, 5, 19, 8, 0) + Duration.FromNanoseconds(120_300_400),
        [typeof(LocalDate)] = new LocalDate(2025, 5, 9),
        [typeof(LocalTime)] = new LocalTime(17, 0),
        [typeof(Duration)] = Duration.FromHours(26) + Duration.FromMilliseconds(1),
        [typeof(CaseId)] = Case,
        [typeof(RoundId)] = Case.Round,
        [typeof(NoticeId)] = new NoticeId(Case, NoticeKind.ResultWon, 2),
        [typeof(FormKey)] = new FormKey(FormKind.Claim, 1),
        [typeof(CompanyKey)] = CompanyKey.Of("number", "7123456789012"),
        [typeof(Hash256)] = Hash256.Parse(string.Concat(Enumerable.Repeat("0a1b2c3d", 8))),
        [typeof(JsonElement)] = JsonElement.Parse("""{"a":1}"""),
    };

    public static T Of<T>() => (T)Of(typeof(T));

    public static object Of(Type type)
    {
        if (Plain.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var plain))
            return plain;
        if ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } names)
            return Enum.GetValues(names).Cast<object>().Last();
        if (type.GetInterfaces().Append(type).FirstOrDefault(IsDictionary) is { } map)
            return Dictionary(type, map.GetGenericArguments());
        if (type.GetInterfaces().Append(type).FirstOrDefault(IsList) is { } list)
            return List(list.GetGenericArguments()[0], type);
        return type.GetCustomAttributes<JsonDerivedTypeAttribute>(false).FirstOrDefault() is { } derived
            ? Of(derived.DerivedType)
            : Built(type);
    }

    private static bool IsDictionary(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    private static bool IsList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    private static object Dictionary(Type wanted, Type[] types)
    {
        var (key, value) = (Of(types[0]), Of(types[1]));
        if (wanted.GetField("Empty") is { } empty) // immutable
            return wanted.GetMethod("Add", types)!.Invoke(empty.GetValue(null), [key, value])!;
        var all = (System.Collections.IDictionary)Activator.CreateInstance(
            typeof(Dictionary<,>).MakeGenericType(types))!;
        all[key] = value;
        return all;
    }

    private static object List(Type item, Type wanted)
    {
        var one = Array.CreateInstance(item, 1);
        one.SetValue(Of(item), 0);
        return wanted.IsInstanceOfType(one) ? one : Activator.CreateInstance(wanted, one)!;
    }

    private static object Built(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type} cannot be built.");
        var given = constructor.GetParameters();
        var built = constructor.Invoke([.. given.Select(p => Of(p.ParameterType))]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && given.All(g => g.Name != p.Name)))
            property.SetValue(built, Of(property.PropertyType));
        return built;
    }
}
