#nullable disable
using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

public class TableSharedKeyCredential
{
    private byte[] key;

    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        AccountName = accountName;
        SetAccountKey(accountKey);
    }

    public string AccountName { get; }

    public void SetAccountKey(string accountKey) => Volatile.Write(ref key, Convert.FromBase64String(accountKey));

    internal string Sign(string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Volatile.Read(ref key), Encoding.UTF8.GetBytes(text)));
}
