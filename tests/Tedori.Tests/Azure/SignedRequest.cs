using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Tedori.Functions.Mail;

namespace Tedori.Tests.Azure;

/// <summary>A post of the mail server, signed over its timestamp and its body.</summary>
internal static class SignedRequest
{
    /// <param name="signer">Whose key signs.</param>
    /// <param name="body">What is posted.</param>
    /// <param name="at">The timestamp.</param>
    /// <param name="signed">What is signed, where it is something else.</param>
    /// <param name="signature">The signature, where it is none.</param>
    public static HttpRequest Of(ECDsa signer, byte[] body, Instant at, byte[]? signed = null, string? signature = null)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new DefaultHttpContext().Request;
        (request.Body, request.ContentLength) = (new MemoryStream(body), body.Length);
        request.Headers[SignedPost.TimestampHeader] = timestamp;
        request.Headers[SignedPost.SignatureHeader] = signature ?? Convert.ToBase64String(signer.SignData(
            [.. Encoding.ASCII.GetBytes(timestamp), .. signed ?? body], HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence));
        return request;
    }
}
