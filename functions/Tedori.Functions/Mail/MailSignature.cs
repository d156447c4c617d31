namespace Tedori.Functions.Mail;

/// <summary>What stands at the end of every mail.</summary>
/// <param name="Programme">Name of the programme.</param>
/// <param name="Office">Name of the office.</param>
public sealed record MailSignature(string Programme, string Office)
{
    /// <summary>The office as the guideline names it.</summary>
    public const string DefaultOffice = "公益財団法人東京しごと財団 手取り時間創出・魅力ある職場づくり推進奨励金事務局";
}
