using System.Text;
using System.Text.Json;

namespace Tedori.Engine;

/// <summary>Turns inputs, results and event payloads into UTF-8 JSON and back.</summary>
internal sealed class Payloads(JsonSerializerOptions options)
{
    public JsonSerializerOptions Options => options;

    public byte[]? Write(object? value) =>
        value is null ? null : JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), options);

    public T Read<T>(byte[]? data) => data is null ? default! : JsonSerializer.Deserialize<T>(data, options)!;

    public object? Read(byte[]? data, Type type) =>
        data is null ? null : JsonSerializer.Deserialize(data, type, options);

    public static string? Text(byte[]? data) => data is null ? null : Encoding.UTF8.GetString(data);
}
