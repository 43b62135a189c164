using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Parties;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Registering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>申请人和申请事项: what is on record of them is put right, or changes; the letters under way that still say what was.</summary>
[Authorize(Policies.Office)]
internal sealed class PartiesModel(
    Commands commands, CasePageQuery reading, LookBook looks, IStringLocalizer<Words> words) : FormPage(commands)
{
    private const string Applicant = "Applicant";
    private const string Successor = "Successor";
    private const string RecipientsForm = "recipients";

    // On record in one language, whatever the reader's.
    private const string PageName = "更正、变更申请人和申请事项";

    [FromRoute]
    public Guid Id { get; set; }

    public CaseView View { get; private set; } = null!;

    /// <summary>Each applicant with what is on record.</summary>
    public IEnumerable<(Guid Id, Applicant Person)> Applicants => View.Parties;

    /// <summary>Where the inputs of the form that was sent stand.</summary>
    public IEnumerable<Place> Places =>
    [
        .. Applicants.SelectMany(each => (FieldSet[])[Change(each.Id), Succeed(each.Id)])
            .Concat(View.File.Items.Select(Correct)).Append(Recipients)
            .Where(form => form.Typed is not null).SelectMany(form => form.Places),
    ];

    /// <summary>The form of an applicant as it is.</summary>
    public FieldSet Change(Guid id)
    {
        var (name, person) = ($"change-{id:N}", Applicants.Single(each => each.Id == id).Person);
        return Asking(
            name,
            Applicant,
            person,
            [
                .. ApplicantFields.Of(Applicant, IsDoubted(name, Applicant) || person.Doubt() is not null, person, words),
                .. ApplicantFields.Representative(Applicant, person, words),
                new Field("AddressWasWrong", words["原来的地址是登记错误，申请人没有提供过"], FieldKind.Tick),
                Lines("Reason", words["更正或者变更了什么，如何得知"]),
            ]);
    }

    /// <summary>The form of who takes an applicant's place.</summary>
    public FieldSet Succeed(Guid id)
    {
        var (name, others) = ($"succeed-{id:N}", View.File.Applicants.Count > 1);
        return Asking(
            name,
            Successor,
            null,
            [
                new Field("On", others ? words["死亡、终止或者退出之日"] : words["死亡或者终止之日"], FieldKind.Date),
                .. others
                    ? [
                        new Field("Nobody", words["没有承继人，由其他申请人继续"], FieldKind.Tick),
                        new Field("Left", words["没有死亡或者终止，自己退出申请"], FieldKind.Tick),
                    ]
                    : Array.Empty<Field>(),
                .. ApplicantFields.Of(Successor, IsDoubted(name, Successor), null, words),
                .. ApplicantFields.Representative(Successor, null, words),
                Lines("Reason", others ? words["死亡、终止、承继的证明，或者退出的书面材料"] : words["死亡、终止和承继的证明"]),
            ]);
    }

    /// <summary>The form of an item's words.</summary>
    public FieldSet Correct(CaseItem item) => Form(
        $"item-{item.Id:N}",
        Lines("Words", words["申请书所载的申请事项"]) with { Value = View.Text(item.Description) },
        Lines("Reason", words["更正的理由"]));

    /// <summary>The form of who receives the letters.</summary>
    public FieldSet Recipients => Form(
        RecipientsForm,
        new Field("ServedOnEach", words["文书送达"], FieldKind.Choice)
        {
            Value = View.File.ServedOnEach ? "true" : "false",
            Options =
            [
                new("true", words["向每名申请人分别送达"]),
                new("false", words["由第一名申请人代收"]),
            ],
        },
        Lines("Reason", words["申请人如何指定"]));

    public Task<IActionResult> OnPostChangeAsync([Typed] Guid applicantId, [Typed] int version, CancellationToken cancellation) => Send(
        $"change-{applicantId:N}",
        reader => new ChangeApplicant(
            Id, version, applicantId, ApplicantFields.Read(reader, Applicant), reader.Text("Reason"), reader.Yes("AddressWasWrong")),
        CaseAction.ChangeApplicant,
        cancellation);

    public Task<IActionResult> OnPostSucceedAsync([Typed] Guid applicantId, [Typed] int version, CancellationToken cancellation) => Send(
        $"succeed-{applicantId:N}",
        reader => new SucceedApplicant(
            Id, version, applicantId, reader.Date("On"), SuccessorIn(reader), reader.Text("Reason"), reader.Yes("Left")),
        CaseAction.SucceedApplicant,
        cancellation);

    public Task<IActionResult> OnPostItemAsync([Typed] Guid itemId, [Typed] int version, CancellationToken cancellation) => Send(
        $"item-{itemId:N}",
        reader => new CorrectItem(Id, version, itemId, reader.Text("Words"), reader.Text("Reason")),
        CaseAction.CorrectItem,
        cancellation);

    public Task<IActionResult> OnPostRecipientsAsync([Typed] int version, CancellationToken cancellation) => Send(
        RecipientsForm,
        reader => new NameRecipients(Id, version, reader.Yes("ServedOnEach"), reader.Text("Reason")),
        CaseAction.NameRecipients,
        cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        if (await reading.Find(Id, cancellation) is not { IsOwnAgency: true } view)
        {
            return false;
        }

        View = view;
        if (HttpMethods.IsGet(Request.Method))
        {
            await looks.Record(LookKind.Opened, Id, PageName, cancellation);
        }

        return true;
    }

    protected override Task<bool> Exists(CancellationToken cancellation) => Read(cancellation);

    // What was typed is not dropped without a word.
    private Applicant? SuccessorIn(FormReader reader)
    {
        if (!reader.Yes("Nobody") && !reader.Yes("Left"))
        {
            return ApplicantFields.Read(reader, Successor);
        }

        if (reader.OptionalText(Successor + ".Name") is not null)
        {
            reader.Refuse(reader.Yes("Nobody") ? "Nobody" : "Left", words["已经填写承继人的，请不要勾选没有承继人。"]);
        }

        return null;
    }

    private Task<IActionResult> Send(
        string form, Func<FormReader, ICommand<Unit>> read, CaseAction action, CancellationToken cancellation)
    {
        var reader = new FormReader(Request.Form, words);
        var command = read(reader);
        foreach (var finding in reader.Findings)
        {
            ModelState.TryAddModelError(finding.Field ?? "", finding.Text);
        }

        return Send(
            form, command, _ => Done(words["已记录：{0}", Texts.Name(action, Texts.CurrentLanguage)], $"/cases/{Id}/parties"), cancellation);
    }

    private bool IsDoubted(string form, string at) => TypedInto(form) is { } typed && ApplicantFields.IsDoubted(typed, at);

    private FieldSet Asking(string form, string at, Applicant? person, IReadOnlyList<Field> fields) => Form(form, fields) with
    {
        Asked = [.. RegistrationQuestions.Of(TypedInto(form) is { } typed
            ? ApplicantFields.KindOf(typed, at)
            : person?.Kind ?? ApplicantKind.NaturalPerson).Select(question => question.ToString())],
    };

    private static Field Lines(string name, string label) => new(name, label, FieldKind.Paragraphs);
}
