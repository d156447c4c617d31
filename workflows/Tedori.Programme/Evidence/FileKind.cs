namespace Tedori.Programme.Evidence;

/// <summary>The kinds of file that a company may hand in. Names are storage format.</summary>
public enum FileKind
{
    /// <summary>PDF document (<c>.pdf</c>).</summary>
    Pdf,

    /// <summary>JPEG picture (<c>.jpg</c>, <c>.jpeg</c>).</summary>
    Jpeg,

    /// <summary>PNG picture (<c>.png</c>).</summary>
    Png,

    /// <summary>Word document (<c>.docx</c>), without macros.</summary>
    Docx,

    /// <summary>Excel workbook (<c>.xlsx</c>), without macros.</summary>
    Xlsx,
}
