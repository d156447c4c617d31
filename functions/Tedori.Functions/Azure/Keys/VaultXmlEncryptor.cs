using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Tedori.Functions.Azure.Keys;

/// <summary>Encrypts an element of the key ring with a key of its own, which the vault wraps.</summary>
internal sealed class VaultXmlEncryptor(IKeyWrapper wrapper) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var hidden = new byte[text.Length];
        using (var cipher = new AesGcm(key, tag.Length))
            cipher.Encrypt(nonce, text, hidden, tag);
        var wrapped = wrapper.Wrap(key);
        CryptographicOperations.ZeroMemory(key);
        var element = new XElement(
            "vaultEncrypted",
            new XAttribute("kid", wrapped.KeyId),
            new XAttribute("key", Convert.ToBase64String(wrapped.Value)),
            new XAttribute("nonce", Convert.ToBase64String(nonce)),
            new XAttribute("tag", Convert.ToBase64String(tag)),
            Convert.ToBase64String(hidden));
        return new(element, typeof(VaultXmlDecryptor));
    }
}

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
