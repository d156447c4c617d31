using System.Text;

namespace Tedori.Programme.Text;

/// <summary>
/// Which kanji are one in the names of companies and places, although they are characters of their own.
/// </summary>
public sealed class KanjiVariants
{
    // Each group is read as its first.
    private static readonly string[] Usual =
    [
        "崎﨑碕", "高髙", "斎齋斉齊", "辺邉邊", "沢澤", "広廣", "浜濱", "島嶋嶌", "国國", "桜櫻", "真眞", "竜龍", "恵惠", "栄榮",
        "蔵藏", "滝瀧", "学學", "徳德", "会會", "円圓", "宝寶", "実實", "寿壽", "応應", "岳嶽", "条條", "沖冲", "吉𠮷", "富冨",
        "峰峯", "館舘", "関關", "観觀", "帰歸", "旧舊", "経經", "鶏鷄", "県縣", "検檢", "剣劍劔", "験驗", "芸藝", "黒黑", "済濟",
        "静靜", "渋澁", "焼燒", "将將", "証證", "畳疊", "晋晉", "数數", "瀬瀨", "総總", "壮壯", "荘莊", "続續", "台臺", "団團",
        "鉄鐵", "点點", "伝傳", "闘鬪", "当當", "党黨", "独獨", "読讀", "尚尙", "萌萠", "麦麥", "発發", "仏佛", "弁辨辯瓣", "豊豐",
        "万萬", "満滿", "薬藥", "与與", "予豫", "余餘", "来來", "頼賴", "覧覽", "緑綠", "礼禮", "歴歷", "錬鍊", "曽曾",
        "巣巢", "穂穗", "翠翆", "昇曻", "槙槇", "遥遙", "堯尭", "桧檜", "柳栁", "橋𣘺", "土𡈽", "丘坵", "ケヶ", "カヵ",
    ];

    /// <summary>The usual ones.</summary>
    public static readonly KanjiVariants Default = new([]);

    private readonly Dictionary<Rune, Rune> first = [];

    /// <summary>The usual ones and those that an edition adds.</summary>
    /// <param name="own">Groups of characters that are one; each is read as its first.</param>
    public KanjiVariants(IEnumerable<string> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        foreach (var group in Usual.Concat(own))
        {
            var runes = group.EnumerateRunes().ToList();
            foreach (var rune in runes.Skip(1))
                Join(Fold(runes[0]), Fold(rune));
        }
    }

    /// <summary>The character as which this one is read.</summary>
    public Rune Fold(Rune rune) => first.GetValueOrDefault(rune, rune);

    // What was read as the other so far is read as the first from now on.
    private void Join(Rune to, Rune from)
    {
        if (from == to)
            return;
        foreach (var rune in first.Where(f => f.Value == from).Select(f => f.Key).ToList())
            first[rune] = to;
        first[from] = to;
    }
}
