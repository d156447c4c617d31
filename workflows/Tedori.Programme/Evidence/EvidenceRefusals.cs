using System.Globalization;
using System.Text;
using Tedori.Programme.Text;

namespace Tedori.Programme.Evidence;

/// <summary>Every refusal of a file, with its stable code.</summary>
public static class EvidenceRefusals
{
    /// <summary>The file has no name.</summary>
    public static readonly Refusal NameMissing = new("fileNameMissing", "ファイルが選ばれていません。アップロードするファイルを選んでください。");

    /// <summary>The name is longer than <see cref="FileName.Longest"/>.</summary>
    public static readonly Refusal NameTooLong =
        new("fileNameTooLong", Text($"ファイル名が長すぎます。{FileName.Longest}文字以内の名前に変えて選び直してください。"));

    /// <summary>The name holds what a plain file name cannot: a path, a control or direction character.</summary>
    public static readonly Refusal NameNotUsable =
        new("fileNameNotUsable", "ファイル名に使えない文字(/ \\ : * ? \" < > | や見えない文字)があります。名前を変えて選び直してください。");

    /// <summary>The name holds a character that a plain file name cannot.</summary>
    public static Refusal NameHolds(Rune rune) => new(
        "fileNameNotUsable", $"ファイル名の{CharacterName.Of(rune)}は使えません。名前を変えて選び直してください。");

    /// <summary>The name does not claim one of the accepted kinds.</summary>
    public static Refusal KindNotAccepted(string name) => IsHeic(name)
        ? new("fileKindNotAccepted",
            $"「{name}」はiPhoneなどの写真の形式(HEIC)で、受け付けられません。写真を開いて「JPEG」で書き出すか、カメラの設定のフォーマットを「互換性優先」にして撮り直し、選び直してください。")
        : new("fileKindNotAccepted", $"「{name}」は受け付けられない形式です。{FileKinds.Words}のいずれかで保存し直してください。");

    /// <summary>The file has no content.</summary>
    public static Refusal FileEmpty(string name) => new("fileEmpty", $"「{name}」は空のファイルです。中身のあるファイルを選び直してください。");

    /// <summary>The file is larger than <see cref="EvidenceLimits.MostBytes"/>.</summary>
    public static Refusal FileTooLarge(string name) =>
        new("fileTooLarge", Text($"「{name}」は大きすぎます。1ファイル{EvidenceLimits.MostBytes >> 20}MB以内に分けるか、圧縮して選び直してください。"));

    /// <summary>The case would have more than <see cref="EvidenceLimits.MostBytesOfCase"/>.</summary>
    public static readonly Refusal CaseFull = new(
        "evidenceFull", Text($"ファイルの合計が{EvidenceLimits.MostBytesOfCase >> 20}MBを超えます。不要なファイルを削除するか、小さくして選び直してください。"));

    /// <summary>The case would have more than <see cref="EvidenceLimits.MostFiles"/>.</summary>
    public static readonly Refusal TooManyFiles =
        new("tooManyFiles", Text($"ファイルは{EvidenceLimits.MostFiles}個までです。不要なファイルを削除するか、1つにまとめてください。"));

    /// <summary>The case has opened more than <see cref="EvidenceLimits.MostUploads"/>.</summary>
    public static readonly Refusal TooManyUploads =
        new("tooManyUploads", "アップロードの回数が上限に達しました。残りの書類は郵送するか、事務局へご連絡ください。");

    /// <summary>One form brought more files than it may; the first ones were taken.</summary>
    public static Refusal TooManyAtOnce(int most) =>
        new("tooManyAtOnce", Text($"一度に送信できるのは{most}個までです。残りのファイルをもう一度選んで送信してください。"));

    /// <summary>The case has no such upload, or its file was removed.</summary>
    public static readonly Refusal UploadUnknown =
        new("uploadUnknown", "このアップロードは見つかりません。ファイルを選び直して、もう一度アップロードしてください。");

    /// <summary>Files were chosen, and the form was sent without uploading them.</summary>
    public static Refusal NotUploaded(IEnumerable<string> names) => new(
        "notUploaded",
        $"{string.Concat(names.Select(n => $"「{n}」"))}はまだアップロードされていません。もう一度選び、「アップロードする」を押してください。");

    /// <summary>The store does not hold the whole file.</summary>
    public static Refusal UploadIncomplete(string name) =>
        new("uploadIncomplete", $"「{name}」は最後まで届いていません。もう一度アップロードしてください。");

    /// <summary>The file has another length than was declared.</summary>
    public static Refusal SizeDiffers(string name) =>
        new("fileSizeDiffers", $"「{name}」は届いた大きさが選んだファイルと違います。もう一度アップロードしてください。");

    /// <summary>What arrived has not the digest that the sender computed.</summary>
    public static Refusal DigestDiffers(string name) =>
        new("fileDigestDiffers", $"「{name}」は届いた内容が選んだファイルと違います。ファイルを選び直して、もう一度アップロードしてください。");

    /// <summary>The content is not of the kind that the name claims.</summary>
    public static Refusal ContentDiffers(string name, FileKind kind) => new(
        "fileContentDiffers",
        $"「{name}」の中身は{FileKinds.WordOf(kind)}として読めません(形式の違い、破損、パスワード、マクロ)。保存し直して選んでください。");

    /// <summary>The file is part of a filing.</summary>
    public static Refusal FileFiled(string name) =>
        new("fileFiled", $"「{name}」は提出済みのため削除できません。差し替える場合は事務局へご連絡ください。");

    private static bool IsHeic(string name) =>
        name.EndsWith(".heic", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".heif", StringComparison.OrdinalIgnoreCase);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
