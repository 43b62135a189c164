using System.Text.RegularExpressions;

namespace Disclosure.Cases.ReplyTemplates;

/// <summary>
/// What a part that 10 withholds says and needs to be told (art. 37): the text that refuses the whole on the same ground, in its
/// passages for a part.
/// </summary>
public static partial class PartTexts
{
    /// <summary>The fact that says which content a part is, and where it stands.</summary>
    public const string Content = "text";

    /// <summary>What every part asks for, whatever its ground.</summary>
    public static TemplateFact What { get; } = new(Content, "不予公开的内容及其位置", FactKind.Paragraphs)
    {
        LabelEn = "What is withheld, and where it stands",
        Help = "写明是哪一份文件的什么内容，以及所在的页、段，例如“验收报告第5页项目管理人员的身份证号码”。",
    };

    // Its own text says what is meant.
    private const string OfTheWholeOnly = "information";

    private const string Severability = "severability";

    private static readonly ReplyTemplate NoGovernmentInformation = new()
    {
        No = null,
        Code = WithholdingGround.NotGovernmentInformation,
        Title = "不属于政府信息的内容",
        Kind = TemplateKind.Substantive,
        Series = null,
        Row = null,
        Articles = ["第二条", "第三十七条"],
        Remedy = Remedy.Either,
        Effect = ServiceEffect.Answers,
        Step = ReplyStep.Disclosure,
        Addressee = AddresseeKind.Applicant,
        NeedsApproval = true,
        Facts =
        [
            new("finding", "不属于政府信息的理由", FactKind.Paragraphs)
            {
                LabelEn = "Why it is no government information",
                Help = "写明该内容由谁、为何形成，为何不是行政机关在履行行政管理职能过程中制作或者获取的信息。",
                Suggestion = "该部分内容系……，不是本机关在履行行政管理职能过程中制作或者获取的信息。",
            },
        ],
        Variants = [],
        Body = "{{#part}}\n{{paragraphs finding}}\n\n该部分内容不属于《中华人民共和国政府信息公开条例》第二条规定的政府信息。"
            + "根据《中华人民共和国政府信息公开条例》第三十七条的规定，本机关不予提供。\n{{/part}}\n",
        Version = WithholdingGround.NotGovernmentInformation,
    };

    /// <summary>The text for a part withheld on a ground; null where there is no such ground.</summary>
    /// <param name="templates">The catalogue.</param>
    /// <param name="ground">The code of a <see cref="WithholdingGround"/>.</param>
    /// <param name="version">The wording of the ground's text; null, or one that was never kept, for the one in force.</param>
    public static EffectiveTemplate? OfPart(this IReplyTemplates templates, string? ground, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(templates);
        var template = WithholdingGround.Find(ground) is null ? null
            : ground == WithholdingGround.NotGovernmentInformation ? NoGovernmentInformation
            : version is not null && templates.Find(ground!, version) is { SpeaksOfParts: true } kept ? kept
            : templates.ForPart(ground!);
        return template is null ? null : Of(template);
    }

    /// <summary>A ground's text as it is used for a part.</summary>
    public static EffectiveTemplate Of(ReplyTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return template.For(null) with
        {
            Facts = [What, .. template.Facts.Where(fact => IsAskedFor(template, fact)).Select(OfPart)],
        };
    }

    // Wordings from before parts said whether they can be separated do not print it.
    private static bool IsAskedFor(ReplyTemplate template, TemplateFact fact) => fact.Key != OfTheWholeOnly
        && (fact.Key != Severability || OfTheWhole().Replace(template.Body, "").Contains(Severability, StringComparison.Ordinal));

    // Help and suggestions speak of the whole information.
    private static TemplateFact OfPart(TemplateFact fact) => fact.Key == Severability
        ? fact with
        {
            Help = "写明该部分之内能否再作区分处理（第三十七条）；能够区分的，只列出不予公开的内容，其余写入予以公开的内容。",
            Suggestion = "除该部分信息外，其他内容已经区分处理并予以公开；该部分信息均属于上述不予公开的情形，不能再作区分处理。",
        }
        : fact with
        {
            Suggestion = fact.Suggestion?
                .Replace("上述政府信息", "该部分信息", StringComparison.Ordinal)
                .Replace("该政府信息", "该部分信息", StringComparison.Ordinal),
        };

    [GeneratedRegex(@"\{\{#whole\}\}.*?\{\{/whole\}\}", RegexOptions.Singleline)]
    private static partial Regex OfTheWhole();
}
