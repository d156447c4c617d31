using System.Globalization;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;

namespace Tedori.Season;

/// <summary>A made-up company. All that it is and does follows from the seed and its id.</summary>
internal sealed class Company
{
    private static readonly string[] Heads =
        ["あおば", "いずみ", "かすみ", "さくら", "すみれ", "たちばな", "つばき", "ときわ", "なぎさ", "はやて", "ひかり", "ふじみ", "みどり", "もみじ",
            "やまと", "わかば"];

    private static readonly string[] Trades =
        ["製作所", "商事", "工務店", "印刷", "食品", "運輸", "システム", "デザイン", "電機", "薬局", "出版", "園芸"];

    private static readonly string[] Wards =
        ["千代田区神田", "中央区日本橋", "港区芝", "新宿区西新宿", "台東区浅草", "墨田区錦糸", "大田区蒲田", "渋谷区恵比寿", "豊島区池袋", "北区赤羽", "八王子市旭町", "立川市曙町"];

    private static readonly string[] Surnames =
        ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田"];

    private readonly long seed;

    public Company(long seed, string id)
    {
        this.seed = seed;
        Id = id;
        Form = Fill();
    }

    public string Id { get; }

    /// <summary>What it states when it enters.</summary>
    public EntryForm Form { get; }

    /// <summary>Fails the eligibility review.</summary>
    public bool Ineligible => On("ineligible").InThousand(45);

    /// <summary>Enters the next round after it lost.</summary>
    public bool Persistent => On("persistent").InThousand(450);

    /// <summary>The company to which a notice went.</summary>
    public static Company OfAddress(long seed, string email) =>
        new(seed, email[..email.IndexOfAny(['@', '+'])]);

    /// <summary>Another address of it, to which a later contact is written.</summary>
    public string OtherAddress => $"{Id}+new@kigyo.example";

    /// <summary>What somebody states who enters in its name: its number, or its name and address.</summary>
    public EntryForm Imposture
    {
        get
        {
            var dice = On("impostor");
            var form = Form with
            {
                ContactName = $"{Surnames[dice.Between(0, Surnames.Length - 1)]} 代行",
                Email = $"{Id}@daiko.example",
                Phone = $"050-{dice.Between(1000, 9999)}-{dice.Between(1000, 9999)}",
            };
            return Form.CorporateNumber is null || dice.InThousand(500)
                ? form with { CorporateNumber = null }
                : form with { CompanyName = $"{Form.CompanyName}東京支店", Address = $"{Form.Address} 2階" };
        }
    }

    /// <summary>Which of the companies it is that enter its first round for the first time.</summary>
    public int Index => int.Parse(Id[^5..], CultureInfo.InvariantCulture);

    /// <summary>The id of a company that enters for the first time.</summary>
    public static string NameOf(int year, int round, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{(char)('c' + year)}{round:00}-{index:00000}");

    /// <summary>The dice for a topic.</summary>
    public Dice On(string topic) => Dice.For(seed, Id, topic);

    /// <summary>How it deals with a deadline.</summary>
    public Conduct ConductAt(string step) => On($"conduct-{step}").Between(0, 999) switch
    {
        < 25 => Conduct.Leaves,
        < 50 => Conduct.Never,
        < 65 => Conduct.TooLate,
        < 78 => Conduct.LatePostmark,
        < 90 => Conduct.ByPostAfterSettlement,
        < 170 => Conduct.ByPost,
        < 210 => Conduct.LastSecond,
        _ => Conduct.InTime,
    };

    /// <summary>
    /// The items it registers: two to all, with those paid per person (the wage raise) in 45 of 100 cases.
    /// </summary>
    public IReadOnlyList<int> Items(Edition edition)
    {
        var dice = On("items");
        var wage = dice.InThousand(450);
        var paid = edition.Items.ToLookup(edition.PaysPersons, i => i.Number);
        var most = paid[false].Count();
        var others = dice.Shuffle(paid[false]).Take(dice.Between(Math.Min(wage ? 1 : 2, most), most));
        return [.. (wage ? others.Concat(paid[true]) : others).Order()];
    }

    /// <summary>
    /// The items of a version of its registration, from 1: each adds one to the version before, or leaves one out. Whether
    /// any is paid per person stays, and with it the deadlines.
    /// </summary>
    public IReadOnlyList<int> Items(Edition edition, int version)
    {
        if (version == 1)
            return Items(edition);
        var before = Items(edition, version - 1);
        var dice = On($"items-{version}");
        int[] others = [.. edition.Items.Where(i => !edition.PaysPersons(i)).Select(i => i.Number).Except(before)];
        if (others.Length > 0 && dice.InThousand(700))
            return [.. before.Append(others[dice.Between(0, others.Length - 1)]).Order()];
        return before.Count > edition.Grant.MinimumItems
            ? [.. before.Except([before.First(i => !edition.PaysPersons(i))])]
            : before;
    }

    /// <summary>
    /// What it claims of the items it registered, in a version of its claim: mostly all, and zero to fourteen persons.
    /// </summary>
    public (IReadOnlyList<int> Items, int Persons) Claims(Edition edition, IReadOnlyList<int> registered, int version)
    {
        var dice = On(version == 1 ? "claim" : $"claim-{version}");
        var persons = registered.Any(edition.PaysPersons) ? dice.Between(0, 14) : 0;
        var done = persons == 0 ? registered.Where(i => !edition.PaysPersons(i)).ToList() : [.. registered];
        if (done.Count > 1 && dice.InThousand(200))
            done.RemoveAt(dice.Between(0, done.Count - 1));
        return (done, done.Any(edition.PaysPersons) ? persons : 0);
    }

    private EntryForm Fill()
    {
        var dice = On("form");
        var number = Id[1..].Replace("-", "", StringComparison.Ordinal);
        var name = Heads[dice.Between(0, Heads.Length - 1)] + Trades[dice.Between(0, Trades.Length - 1)];
        var sole = dice.InThousand(60);
        var surname = Surnames[dice.Between(0, Surnames.Length - 1)];
        var digits = string.Create(CultureInfo.InvariantCulture, $"{dice.Between(10000, 99999)}{number}");
        return new(
            sole ? name : $"株式会社{name}",
            sole ? null : CorporateNumber.FromBase(digits).Digits,
            $"{surname} 代表",
            $"東京都{Wards[dice.Between(0, Wards.Length - 1)]}{dice.Between(1, 9)}-{dice.Between(1, 30)}-{number}",
            dice.InThousand(12) ? dice.Between(301, 900) : dice.Between(2, 300),
            $"{Surnames[dice.Between(0, Surnames.Length - 1)]} 担当",
            $"{Id}@kigyo.example",
            $"03-{dice.Between(1000, 9999)}-{number[^4..]}");
    }
}
