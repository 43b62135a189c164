using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Web.Pages.Cases.Drafting;

// 登记表 and 征求意见确认函: the record of the registration, and the slip that a third party fills in (art. 31, 32).
internal static partial class FactPrefill
{
    private static JsonNode? OfRegistration(CaseView view, string key)
    {
        var file = view.File;
        var registered = view.History.FirstOrDefault(row => row.Event is ApplicationRegistered);
        return key switch
        {
            "arrivedOn" => Date(file.ArrivedOn == file.ReceivedOn ? null : file.ArrivedOn),
            "people" => List(view.Applicants.Select(Described)),
            "agents" => List(view.Applicants.Where(person => person.Representative is not null).Select(person =>
                $"{person.Representative!.Name}，代理{person.Name}，{person.Representative.Authority}")),
            "items" => List(file.Items.Select(item => view.Text(item.FirstDescription) ?? view.Text(item.Description))),
            "correctedItems" when file.Items.Any(item => item.IsCorrected) =>
                List(file.Items.Select(item => view.Text(item.Description))),
            "accessibility" => Text(view.Text(file.AccessibilityNeed)),
            "transferredFrom" => Text(view.Text(file.TransferredFrom)),
            "registrar" => Text(registered?.ActorName),
            "registeredOn" => Date(registered is null ? null : ChinaTime.DayOf(registered.OccurredAt)),
            _ => null,
        };
    }

    private static string Described(Applicant person)
    {
        var document = person.Document is { } kind and not IdentityDocumentKind.Other ? Texts.Name(kind) : "";
        var number = $"{document}{person.IdentityNumber}";
        var proof = person.ProofSeen ? number.Length > 0 ? $"{number}（已核对）" : "身份证明（已核对）" : number;
        return string.Join('；', new[]
        {
            $"{person.Name}（{Texts.Name(person.Kind)}）",
            proof,
            person.Contact is { Length: > 0 } contact ? $"联系方式：{contact}" : "",
            person.Address is { Length: > 0 } address ? $"地址：{address}" : "",
        }.Where(part => part.Length > 0));
    }

    // The letter that asks: the last one.
    private static JsonValue? OfSlip(CaseView view, string key)
    {
        var letter = view.File.Documents.LastOrDefault(document =>
            document is { Template: TemplateCodes.ThirdPartyConsultation, Status: not DocumentStatus.Withdrawn });
        return letter is null ? null : key switch
        {
            "recipient" or "recipientKind" or "concerned" => Text(ServiceProof.Fact(view, letter, key)),
            "letterNumber" => Text(letter.Number),
            _ => null,
        };
    }

    private static JsonArray? List(IEnumerable<string?> entries) =>
        entries.OfType<string>().Select(OneLine).Where(entry => entry.Length > 0).ToList() is { Count: > 0 } lines
            ? new JsonArray([.. lines.Select(line => (JsonNode)JsonValue.Create(line))])
            : null;
}
