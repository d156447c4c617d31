using DurableTask.AzureStorage;
using Google.Protobuf.Collections;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>
/// Writes the tags of a sub-orchestration as a dictionary: Microsoft's server hands its protobuf map on, which Azure
/// Storage's service writes and then cannot read.
/// </summary>
internal sealed class MessageTypes : ICustomTypeBinder
{
    public void BindToName(Type serializedType, out string assemblyName, out string typeName)
    {
        var type = serializedType == typeof(MapField<string, string>)
            ? typeof(Dictionary<string, string>)
            : serializedType;
        (assemblyName, typeName) = (type.Assembly.FullName!, type.FullName!);
    }

    public Type BindToType(string assemblyName, string typeName) => Type.GetType($"{typeName}, {assemblyName}")!;
}
