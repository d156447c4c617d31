using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Payments;

namespace Tedori.Tests.Payments;

/// <summary>Names as the bank prints them.</summary>
public sealed class BankKanaTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 140231).WithMaxTest(1_000);

    private static readonly Gen<string> Typed =
        from letters in Gen.Elements(
            [.. "あいがぎぱぴっゃゅょんをゔアイガギパピッャュョンヲヴーｱｲｶﾞﾊﾟｰabcXYZ０１23 　-‐−()（）.．・株式会社(株)㈱有限会社カブシキガイシャ"]).ArrayOf()
        select new string(letters);

    private static readonly string[] Parts =
    [
        "カブシキ", "ガイシャ", "株式会社", "(株)", "（カ）", "(", ")", "カ)", "(カ", " ", "　", "・", "ミホン", "社団法人", "一般", "シャダンホウジン", "イッパン",
        "ゴウ", "ドウガイシャ", "ｲﾘﾖｳ", "ﾎｳｼﾞﾝ", "医療法人", "ヲ", "ヱ", "ヵ", "゛", "゜", "ﾞ", "ﾟ", "ー", "-", "シ", "メ", "NPO", "ホウジン", "う", "A",
    ];

    private static readonly Gen<string> Any = Gen.Frequency(
        (3, Gen.Elements(Parts).ArrayOf().Select(string.Concat)),
        (1, Typed),
        (1, Gen.Choose(0x20, 0xFFFF).Where(Rune.IsValid).Select(c => new Rune(c).ToString()).ArrayOf().Select(string.Concat)),
        (1, Gen.Choose(0x3041, 0x30FF).Select(c => ((char)c).ToString()).ArrayOf().Select(string.Concat)));

    [Theory]
    [InlineData("カブシキガイシャ ミホン", "ｶ)ﾐﾎﾝ")]
    [InlineData("株式会社みほん", "ｶ)ﾐﾎﾝ")]
    [InlineData("ミホン㈱", "ﾐﾎﾝ(ｶ")]
    [InlineData("みほん(株)しぶやしてん", "ﾐﾎﾝ(ｶ)ｼﾌﾞﾔｼﾃﾝ")]
    [InlineData("ユウゲンガイシヤサクラ", "ﾕ)ｻｸﾗ")]
    [InlineData("合同会社ＡＢＣ", "ﾄﾞ)ABC")]
    [InlineData("ゴウシガイシャ ヤマト", "ｼ)ﾔﾏﾄ")]
    [InlineData("合名会社ヤマト", "ﾒ)ﾔﾏﾄ")]
    [InlineData("一般社団法人ヤマト", "ｼﾔ)ﾔﾏﾄ")]
    [InlineData("イッパンザイダンホウジンヤマト", "ｻﾞｲ)ﾔﾏﾄ")]
    [InlineData("特定非営利活動法人ヤマト", "ﾄｸﾋ)ﾔﾏﾄ")]
    [InlineData("医療法人社団ヤマト", "ｲ)ﾔﾏﾄ")]
    [InlineData("社会福祉法人ヤマト", "ﾌｸ)ﾔﾏﾄ")]
    [InlineData("コーヒー・ショップ", "ｺ-ﾋ- ｼﾖﾂﾌﾟ")]
    [InlineData("ヲガワ　ジュン", "ｵｶﾞﾜ ｼﾞﾕﾝ")]
    [InlineData("ｶ)ﾐﾎﾝ", "ｶ)ﾐﾎﾝ")]
    [InlineData("ヴィラ", "ｳﾞｲﾗ")]
    [InlineData("tokyo−co.", "TOKYO-CO.")]
    [InlineData("（カ）ミホン", "ｶ)ﾐﾎﾝ")]
    [InlineData("ミホン（カ）", "ﾐﾎﾝ(ｶ")]
    [InlineData("ミホン(カ)シブヤ", "ﾐﾎﾝ(ｶ)ｼﾌﾞﾔ")]
    [InlineData("カ）　ミホン", "ｶ)ﾐﾎﾝ")]
    [InlineData("ミホン　（カ", "ﾐﾎﾝ(ｶ")]
    [InlineData("㍿ミホン", "ｶ)ﾐﾎﾝ")]
    [InlineData("(株式会社)ミホン", "ｶ)ﾐﾎﾝ")]
    [InlineData("NPO法人ミホン", "ﾄｸﾋ)ﾐﾎﾝ")]
    [InlineData("ゼイリシホウジンミホン", "ｾﾞｲ)ﾐﾎﾝ")]
    [InlineData("ミホン税理士法人", "ﾐﾎﾝ(ｾﾞｲ")]
    [InlineData("カ゛ッコウホウシ゛ンミホン", "ｶﾞｸ)ﾐﾎﾝ")]
    [InlineData("シ゛ャハ゜ン", "ｼﾞﾔﾊﾟﾝ")]
    [InlineData("パーク　　24（イ）", "ﾊﾟ-ｸ 24(ｲ")]
    [InlineData("ぎゅうにゅう　１２３", "ｷﾞﾕｳﾆﾕｳ 123")]
    public void Read_AName_IsPrintedAsBanksDo(string typed, string printed) => Assert.Equal(printed, BankKana.Read(typed).Value);

    [Theory]
    [InlineData("見本商事", "「見」(U+898B)")]
    [InlineData("ミホン&カ", "「&」(U+0026)")]
    [InlineData("ミホン😀", "「😀」(U+1F600)")]
    public void Read_WhatNoBankPrints_NamesTheCharacter(string typed, string named)
    {
        var refused = BankKana.Read(typed).Refusal!;
        Assert.Equal("holderCharacter", refused.Code);
        Assert.StartsWith(named, refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ", null)]
    [InlineData("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘボ", "holderTooLong")]
    [InlineData("　", "holderMissing")]
    [InlineData("・", "holderMissing")]
    [InlineData("株式会社", "holderMissing")]
    [InlineData("ｶ)", "holderMissing")]
    [InlineData("(カ)", "holderMissing")]
    public void Read_ByItsBytes_TakesThirty(string typed, string? refused) => Assert.Equal(refused, BankKana.Read(typed).Refusal?.Code);

    [Fact]
    public void Read_TooLong_SaysWhatWouldBePrinted() => Assert.Contains(
        $"「{new string('ｱ', 30)}ﾊﾞ」の32文字になり、30文字を超えます", BankKana.Read($"{new string('あ', 30)}ば").Refusal!.Text,
        StringComparison.Ordinal);

    [Fact]
    public void Read_AnyText_IsAtMostThirtyAllowedBytesOrARefusal() => Hold(Any, typed =>
        BankKana.Read(typed) is var read && (read.IsRead
            ? read.Value.Length is > 0 and <= BankKana.MostBytes && BankKana.Bytes(read.Value).Length == read.Value.Length
            : read.Refusal!.Text.EndsWith('。')));

    [Fact]
    public void Read_WhatItReadOfAnyText_ChangesNothing() => Hold(Any, typed =>
        BankKana.Read(typed, 400) is not { IsRead: true, Value: var once } || BankKana.Read(once, 400).Value == once);

    [Fact]
    public void Read_WhatItRead_ChangesNothingAndIsAllowedBytes() => Hold(Typed, typed =>
        BankKana.Read(typed, 200) is not { IsRead: true, Value: var once }
        || (BankKana.Read(once, 200).Value == once
            && once.All(c => BankKana.Allowed.Contains(c, StringComparison.Ordinal))
            && BankKana.Text(BankKana.Bytes(once)) == once));

    [Fact]
    public void Read_InAnyWidthOrKana_IsTheSame() => Hold(Typed, typed =>
    {
        var hiragana = new string([.. typed.Select(c => c is >= 'ァ' and <= 'ヴ' ? (char)(c - 0x60) : c)]);
        return BankKana.Read(typed, 200).Refusal?.Code == BankKana.Read(hiragana, 200).Refusal?.Code
            && (!BankKana.Read(typed, 200).IsRead || BankKana.Read(typed, 200).Value == BankKana.Read(hiragana, 200).Value);
    });

    private static void Hold(Gen<string> typed, Func<string, bool> law) => Check.One(Fixed, Prop.ForAll(typed.ToArbitrary(), law));
}
