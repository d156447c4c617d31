using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Tedori.Functions.Azure.Keys;

/// <summary>
/// Decrypts what <see cref="VaultXmlEncryptor"/> encrypted. The key ring names this class: its name is storage format.
/// </summary>
internal sealed class VaultXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var wrapped = new WrappedKey((string)encryptedElement.Attribute("kid")!, Bytes(encryptedElement, "key"));
        var key = services.GetRequiredService<IKeyWrapper>().Unwrap(wrapped);
        var tag = Bytes(encryptedElement, "tag");
        var hidden = Convert.FromBase64String(encryptedElement.Value);
        var text = new byte[hidden.Length];
        using (var cipher = new AesGcm(key, tag.Length))
            cipher.Decrypt(Bytes(encryptedElement, "nonce"), hidden, tag, text);
        CryptographicOperations.ZeroMemory(key);
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }

    private static byte[] Bytes(XElement element, string name) =>
        Convert.FromBase64String((string)element.Attribute(name)!);
}
