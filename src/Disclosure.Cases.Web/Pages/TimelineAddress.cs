using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Web.Localisation;

namespace Disclosure.Cases.Web.Pages;

/// <summary>
/// A timeline as an address carries it, so that a link gives the same reckoning again: <c>receivedOn</c>, <c>asOf</c>, and
/// for each event an <c>e</c> of its type, day and further fields, parted by <c>~</c>. Nothing is judged here: what an
/// address says goes to the clock as it stands.
/// </summary>
/// <param name="ReceivedOn">As typed.</param>
/// <param name="AsOf">As typed; empty for the day of the last event.</param>
/// <param name="Events">Each event's fields, <c>type</c> and <c>on</c> first.</param>
internal sealed record TimelineAddress(string ReceivedOn, string AsOf, IReadOnlyList<IReadOnlyList<(string Field, string Value)>> Events)
{
    /// <summary>More events than these are no timeline that anybody enters by hand.</summary>
    public const int MostEvents = 60;

    private const char Parting = '~';

    public const string Page = "/calculator";

    /// <summary>What an address says.</summary>
    public static TimelineAddress Read(IQueryCollection query) => new(
        query["receivedOn"].FirstOrDefault() ?? "",
        query["asOf"].FirstOrDefault() ?? "",
        [.. query["e"].OfType<string>().Take(MostEvents).Select(Read)]);

    /// <summary>The timeline of a case, to try out what would be if.</summary>
    public static TimelineAddress Of(Timeline timeline) =>
        new(timeline.ReceivedOn.Iso(), timeline.AsOf?.Iso() ?? "", [.. timeline.Events.Select(Of)]);

    /// <summary>The event that a form adds, put where its day belongs; of the same day the last.</summary>
    public TimelineAddress With(string type, Func<string, string?> typed)
    {
        var added = Fields(type)
            .Select(field => (field, Value: (typed(field) ?? "").Replace(Parting, ' ').Trim()))
            .Where(field => field.Value.Length > 0)
            .Prepend(("type", type)).ToList();
        var on = On(added);
        var place = Events.TakeWhile(other => string.CompareOrdinal(On(other), on) <= 0).Count();
        return this with { Events = [.. Events.Take(place), added, .. Events.Skip(place)] };
    }

    public TimelineAddress Without(int place) => this with { Events = [.. Events.Where((_, index) => index != place)] };

    /// <summary>The address, from the site's root.</summary>
    public string Link(string more = "") => Page + QueryString.Create(
        new[] { ("receivedOn", ReceivedOn), ("asOf", AsOf) }.Where(field => field.Item2.Length > 0)
            .Concat(Events.Select(each => ("e", Write(each))))
            .Select(field => KeyValuePair.Create(field.Item1, (string?)field.Item2))) + more;

    /// <summary>The consultations sent so far: their ids.</summary>
    public IEnumerable<string> Consultations =>
        Events.Where(each => Value(each, "type") == Name(TimelineEventType.ConsultationSent)).Select(each => Value(each, "id") ?? "");

    /// <summary>The timeline as the clock's JSON (docs/domain.md, "Timelines as JSON"), as the API and the command line take it.</summary>
    public string Json()
    {
        var root = new JsonObject { ["receivedOn"] = ReceivedOn };
        if (AsOf.Length > 0)
        {
            root["asOf"] = AsOf;
        }

        root["events"] = new JsonArray([.. Events.Select(each =>
        {
            var json = new JsonObject();
            foreach (var (field, value) in each)
            {
                json[field] = field == "workingDays"
                    && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : value;
            }

            return json;
        })]);
        return root.ToJsonString(new JsonSerializerOptions
        {
            WriteIndented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }

    /// <summary>The fields that an event of a type has, its day first.</summary>
    public static IReadOnlyList<string> Fields(string type) => type switch
    {
        "correctionNoticeServed" => ["on", "respondBy"],
        "consultationSent" => ["on", "id", "kind", "deliveredOn", "respondBy"],
        "consultationAnswered" or "consultationReturned" => ["on", "id"],
        "extensionServed" => ["on", "workingDays"],
        "delayServed" => ["on", "untilOn"],
        "feeNoticeServed" => ["on", "deliveredOn"],
        "reopened" => ["on", "dueOn", "workingDays"],
        _ => ["on"],
    };

    /// <summary>An event's type as JSON names it.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(StoredNames.Of(value));

    /// <summary>A field of an event, or null.</summary>
    public static string? Value(IReadOnlyList<(string Field, string Value)> fields, string name) =>
        fields.Where(field => field.Field == name).Select(field => field.Value).FirstOrDefault();

    private static IReadOnlyList<(string Field, string Value)> Of(TimelineEvent each)
    {
        (string Field, string? Value)[] further = each switch
        {
            CorrectionNoticeServed notice => [("respondBy", notice.RespondBy.Iso())],
            ConsultationSent sent => [
                ("id", sent.Id), ("kind", Name(sent.Kind)), ("deliveredOn", sent.DeliveredOn?.Iso()), ("respondBy", sent.RespondBy?.Iso()),
            ],
            ConsultationAnswered answered => [("id", answered.Id)],
            ConsultationReturned returned => [("id", returned.Id)],
            ExtensionServed extension => [("workingDays", extension.WorkingDays.ToString(CultureInfo.InvariantCulture))],
            DelayServed delay => [("untilOn", delay.UntilOn.Iso())],
            FeeNoticeServed fee => [("deliveredOn", fee.DeliveredOn?.Iso())],
            Reopened reopened =>
                [("dueOn", reopened.DueOn?.Iso()), ("workingDays", reopened.WorkingDays?.ToString(CultureInfo.InvariantCulture))],
            _ => [],
        };
        return [
            ("type", Name(each.Type)),
            ("on", each.On.Iso()),
            .. further.Where(field => field.Value is not null).Select(field => (field.Field, field.Value!)),
        ];
    }

    private static string On(IReadOnlyList<(string Field, string Value)> fields) => Value(fields, "on") ?? "";

    /// <summary>An event as the address carries it.</summary>
    public static string Write(IReadOnlyList<(string Field, string Value)> fields) =>
        string.Join(Parting, fields.Select((field, index) => index < 2 ? field.Value : $"{field.Field}{Parting}{field.Value}"));

    private static IReadOnlyList<(string Field, string Value)> Read(string written)
    {
        var pieces = written.Split(Parting);
        List<(string, string)> fields = [("type", pieces[0])];
        if (pieces.Length > 1)
        {
            fields.Add(("on", pieces[1]));
        }

        for (var index = 2; index + 1 < pieces.Length; index += 2)
        {
            fields.Add((pieces[index], pieces[index + 1]));
        }

        return fields;
    }
}
