#nullable disable
namespace Azure.Data.Tables;

internal sealed class NoEntityResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The response does not contain a value.");

    public override Response GetRawResponse() => response;
}
