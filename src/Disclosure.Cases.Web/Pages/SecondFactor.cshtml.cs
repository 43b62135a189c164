using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>二次验证: sets one's own second factor up, shows its recovery codes once, and gives it up.</summary>
internal sealed class SecondFactorModel(
    Commands commands, IUsers users, ISecondFactors factors, IOneTimeCodes codes, Tickets tickets, SecondFactorDuty duty,
    SessionCookie cookie, CurrentActor actor, IStringLocalizer<Words> words) : FormPage(commands)
{
    private const string Address = "/account/second-factor";
    private const string Purpose = "SetUp";
    private const string CodesKey = "RecoveryCodes";
    private const int Group = 4;

    // Long enough to find out which app to install.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public User Person { get; private set; } = null!;

    /// <summary>The user's second factor; null: there is none.</summary>
    public SecondFactor? Factor { get; private set; }

    /// <summary>How many recovery codes are left.</summary>
    public int CodesLeft { get; private set; }

    /// <summary>Whether nothing else can be done before there is one.</summary>
    public bool IsOwed { get; private set; }

    /// <summary>The recovery codes that were just made; none on every other opening of the page.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    /// <summary>The secret of the second factor that is to be set up, sealed.</summary>
    public string Ticket { get; private set; } = "";

    /// <summary>The same as it is typed into a telephone.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The same as a telephone reads it.</summary>
    public QrPicture Picture { get; private set; } = null!;

    public FieldSet SetUpFields => Form("setup",
        new Field(nameof(SetUpSecondFactor.Current), words["当前密码"], FieldKind.Password),
        new Field(nameof(SetUpSecondFactor.Code), words["手机显示的六位数字"], FieldKind.Code));

    public FieldSet GiveUpFields => Form("giveup",
        new Field(nameof(GiveUpSecondFactor.Current), words["当前密码"], FieldKind.Password),
        new Field(nameof(GiveUpSecondFactor.Code), words["验证码或者恢复码"], FieldKind.Code));

    /// <summary>Ends all sessions; whoever sent it goes on in a new one.</summary>
    public async Task<IActionResult> OnPostSetUpAsync(string? ticket, string? current, string? code, CancellationToken cancellation)
    {
        if (SecretOf(ticket) is not { } secret)
        {
            return Done(words["等得太久，二维码已更换，请重新扫描。"], Address);
        }

        var answer = await Send(
            "setup", new SetUpSecondFactor(secret, current ?? "", code ?? "", KnownBrowser.PlaceOf(HttpContext)),
            made =>
            {
                // Sealed in the browser's cookie for the one page that follows, and nowhere else.
                TempData[CodesKey] = made.Codes.ToArray();
                return Done(words["二次验证已启用，其他会话已结束。"], Address);
            },
            cancellation);
        return await GoOn(answer, cancellation);
    }

    public async Task<IActionResult> OnPostGiveUpAsync(string? current, string? code, CancellationToken cancellation) => await GoOn(
        await Send(
            "giveup", new GiveUpSecondFactor(current ?? "", code ?? "", KnownBrowser.PlaceOf(HttpContext)),
            _ => Done(words["二次验证已停用，其他会话已结束。"], Address), cancellation),
        cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        Person = (await users.Find(actor.Value.Id, cancellation))!;
        Factor = await factors.Of(Person.Id, cancellation);
        CodesLeft = await factors.CodesLeft(Person.Id, cancellation);
        IsOwed = !SessionCookie.IsByProvider(User) && await duty.IsOwedBy(Person, cancellation);
        if (HttpMethods.IsGet(Request.Method))
        {
            NewCodes = TempData[CodesKey] as string[] ?? [];
        }

        if (Factor is null)
        {
            var secret = SecretOf(TypedInto("setup")?["Ticket"]) ?? codes.NewSecret();
            Ticket = tickets.Make(Purpose, $"{Person.Id} {secret}");
            Secret = string.Join(' ', secret.Chunk(Group).Select(group => new string(group)));
            Picture = QrPicture.Of(codes.AddressOf(secret, Person.SignInName));
        }

        return true;
    }

    // The secret of a page that this user was shown.
    private string? SecretOf(string? ticket) =>
        tickets.Read(Purpose, ticket, Patience)?.Split(' ') is [var id, var secret] && id == $"{actor.Value.Id}" ? secret : null;

    private async Task<IActionResult> GoOn(IActionResult answer, CancellationToken cancellation)
    {
        if (Sent is null)
        {
            var user = (await users.Find(actor.Value.Id, cancellation))!;
            await cookie.Begin(HttpContext, user, await SessionCookie.IdentityTokenOf(HttpContext));
        }

        return answer;
    }
}
