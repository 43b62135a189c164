using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Demonstration.District;

/// <summary>Applicants: invented, with identity numbers that begin with eight noughts and so belong to nobody.</summary>
internal sealed class People
{
    private static readonly string[] Surnames =
    [
        "陈", "李", "王", "张", "刘", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "罗", "郑", "梁", "谢", "宋", "唐", "许",
        "韩", "冯", "邓", "曹", "彭", "曾", "肖", "田", "董", "袁", "潘", "于", "蒋", "蔡", "余", "杜", "叶", "程", "苏", "魏", "吕", "丁", "任", "沈", "姚", "卢",
        "姜", "崔", "钟", "谭", "陆", "汪", "范", "金", "石", "廖", "贾", "夏", "韦", "付", "方", "白", "邹", "孟", "熊", "秦", "邱", "江", "尹", "薛", "闫", "段",
        "雷", "侯", "龙", "史", "陶", "黎", "贺", "顾", "毛", "郝", "龚", "邵", "万", "钱", "严", "𠮷", "㐂",
    ];
    private static readonly string[] Streets =
    [
        "龙溪街道龙溪路", "滨江街道滨江路", "花园街道花园路", "学府街道学府路", "东湖街道东湖路", "西山街道西山路",
        "北桥街道北桥路", "石桥镇石桥街", "青峰镇青峰街", "双河镇双河街", "白云镇白云街", "金竹镇金竹街", "柳溪镇柳溪街",
    ];

    private static readonly Dictionary<ApplicantKind, string[]> Organisations = new()
    {
        [ApplicantKind.CommercialEnterprise] =
        [
            "示范恒远置业有限公司", "示范宏达化工有限公司", "示范康源食品有限公司", "示范数智咨询有限公司", "示范北斗测绘有限公司", "示范新语传媒有限公司", "示范美佳商贸有限公司", "示范环宇建设有限公司",
        ],
        [ApplicantKind.ResearchInstitution] = ["示范大学城市治理研究院", "示范大学消费经济研究所", "示范市地方史研究所", "示范大学公共政策课题组"],
        [ApplicantKind.PublicWelfareOrganisation] = ["示范清流环保公益服务中心", "示范乐学助学基金会", "示范社区互助促进会"],
        [ApplicantKind.LegalServiceOrganisation] = ["示范明理律师事务所", "示范衡平法律服务所", "示范正言律师事务所"],
        [ApplicantKind.Other] = ["示范幸福里小区业主委员会", "示范阳光新城业主委员会", "示范石桥村村民小组"],
    };

    private int count;

    /// <summary>A new natural person.</summary>
    public Applicant Person(Random random, Representative? representative = null)
    {
        var name = Surnames[random.Next(Surnames.Length)] + (random.Next(2) == 0 ? "某" : "某某");
        return Applicant(ApplicantKind.NaturalPerson, name, random, representative);
    }

    /// <summary>An organisation of a kind; the same name is the same organisation.</summary>
    public Applicant Organisation(ApplicantKind kind, Random random)
    {
        var names = Organisations[kind];
        var index = random.Next(names.Length);
        var person = Person(random);
        return new Applicant(
            kind, names[index], IdentityNumber.CreditCodeOf($"00000000{(int)kind}{index:D2}DEM000"), person.Contact,
            person.Address, true, new Representative(person.Name, "单位授权委托书"));
    }

    /// <summary>Mostly natural persons, now and then an organisation of any of the five kinds.</summary>
    public Applicant Anybody(Random random) => random.Next(100) switch
    {
        < 72 => Person(random),
        < 82 => Organisation(ApplicantKind.CommercialEnterprise, random),
        < 86 => Organisation(ApplicantKind.ResearchInstitution, random),
        < 90 => Organisation(ApplicantKind.PublicWelfareOrganisation, random),
        < 96 => Organisation(ApplicantKind.LegalServiceOrganisation, random),
        _ => Organisation(ApplicantKind.Other, random),
    };

    private Applicant Applicant(ApplicantKind kind, string name, Random random, Representative? representative)
    {
        var number = ++count;
        return new Applicant(
            kind,
            name,
            IdentityNumber.WithCheckDigit($"00000000{1955 + random.Next(50):D4}{number:D5}"),
            $"000-{1_000_000 + number:D8}",
            $"示范市示范区{Streets[random.Next(Streets.Length)]}{1 + random.Next(180)}号"
                + $"{1 + random.Next(6)}单元{1 + random.Next(18)}0{1 + random.Next(4)}室（演示数据）",
            true,
            representative);
    }
}
