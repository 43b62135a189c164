using Disclosure.Cases.Agencies;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>An agency: what it is, was and will be, how many approve its letters, and who works there.</summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class AgencyModel(
    Commands commands, AdministrationPageQuery reading, IApprovalChains chains,
    IReplyTemplates templates, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words) : FormPage(commands)
{
    private const string AllTemplates = "all";

    private IReadOnlyList<ApprovalChain> set = [];

    private IReadOnlyList<Agency> agencies = [];

    [FromRoute, BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Agency Agency { get; private set; } = null!;

    public IReadOnlyList<AgencyStep> Steps { get; private set; } = [];

    public IReadOnlyList<User> Users { get; private set; } = [];

    /// <summary>Whether the reader may open, add and move users.</summary>
    public bool KeepsUsers => actor.Value.Is(Role.SecurityAdministrator);

    /// <summary>Whether the reader may see what is on record of the agency.</summary>
    public bool ReadsRecords => actor.Value.Is(Role.AuditAdministrator);

    public DateOnly Today => time.Today();

    public int Reviewers => Users.Count(user => user.Roles.HasFlag(Role.Reviewer));

    /// <summary>How many links each kind of letter has: what is set for all of them first, then what is set for single ones.</summary>
    public IEnumerable<(string Title, int Links)> Chains => set.Where(chain => chain.Template is not null)
        .Select(chain => (templates.Find(chain.Template!)?.Title ?? chain.Template!, chain.Links))
        .Prepend((
            set.Any(chain => chain.Template is not null) ? words["其余全部文书"] : words["全部文书"],
            set.FirstOrDefault(chain => chain.Template is null)?.Links ?? 1));

    public int MostLinks => Chains.Max(chain => chain.Links);

    public FieldSet ChainFields => Form("chain",
    [
        new Field(nameof(SetApprovalChain.Template), words["文书"], FieldKind.Choice)
        {
            Value = AllTemplates,
            Options =
            [
                new Option(AllTemplates, words["全部文书"]),
                .. templates.All.Where(template => template.NeedsApproval).Select(template => new Option(template.Code, template.Title)),
            ],
        },
        new Field(nameof(SetApprovalChain.Links), words["审签"], FieldKind.Choice)
        {
            Options =
            [
                .. Enumerable.Range(1, SetApprovalChain.MostLinks).Select(links => new Option($"{links}", words["{0} 级审签", links])),
                new Option("0", words["不单独设置"]),
            ],
        },
    ]);

    /// <summary>Who continues the agency, begun or not; null: nobody.</summary>
    public Succession? Succession { get; private set; }

    public string SuccessorName => agencies.FirstOrDefault(agency => agency.Id == Succession?.SuccessorId)?.Name ?? "—";

    public FieldSet SuccessionFields => Form("succession",
    [
        new Field(nameof(SucceedAgency.SuccessorId), words["承继机关"], FieldKind.Choice)
        {
            Options = [.. agencies.Where(agency => agency.Id != Agency.Id).Select(agency => new Option(agency.Id.ToString(), agency.Name))],
        },
        new Field(nameof(SucceedAgency.From), words["开始日期"], FieldKind.Date) { Value = Today.AddDays(1).Iso() },
    ]);

    public string Say(FieldChange change) => reading.Say(change);

    public Task<IActionResult> OnPostWithdrawAsync([Typed] DateOnly from, CancellationToken cancellation) =>
        Send("withdraw", new WithdrawAgencyVersion(Id, from), words["变更已撤回。"], cancellation);

    public Task<IActionResult> OnPostChainAsync([Typed] string template, [Typed] int links, CancellationToken cancellation) =>
        Send(
            "chain",
            new SetApprovalChain(Id, template == AllTemplates ? null : template, links == 0 ? null : links),
            words["审签环节已保存，对此后提交审签的文书有效。"],
            cancellation);

    public Task<IActionResult> OnPostSucceedAsync([Typed] Guid successorId, [Typed] DateOnly from, CancellationToken cancellation) =>
        Send("succession", new SucceedAgency(Id, successorId, from), words["承继机关已指定。"], cancellation);

    public Task<IActionResult> OnPostWithdrawSuccessionAsync(CancellationToken cancellation) =>
        Send("withdraw", new WithdrawSuccession(Id), words["承继已撤回。"], cancellation);

    public Task<IActionResult> OnPostMoveUsersAsync(CancellationToken cancellation) =>
        Send("move", new MoveUsers(Id), words["人员已全部调入承继机关。"], cancellation);

    protected override Task<bool> Exists(CancellationToken cancellation) => Read(cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        agencies = await reading.Agencies(cancellation);
        if (agencies.FirstOrDefault(agency => agency.Id == Id) is not { } found)
        {
            return false;
        }

        Agency = found;
        Steps = await reading.StepsOf(Id, cancellation);
        Users = [.. (await reading.Users(cancellation)).Where(user => user.AgencyId == Id && user.IsActive)];
        Succession = (await reading.Successions(cancellation)).FirstOrDefault(each => each.AgencyId == Id);
        set = await chains.Of(Id, cancellation);
        return true;
    }

    private Task<IActionResult> Send<T>(string form, ICommand<T> command, string done, CancellationToken cancellation) =>
        Send(form, command, _ => Done(done, $"/administration/agencies/{Id}"), cancellation);
}
