using System.Formats.Asn1;
using System.Text;

namespace Disclosure.Cases.Hosting.Ldap;

/// <summary>
/// What is said to a directory and by it, as RFC 4511 writes it. Names and values stand in it with their length: nothing typed
/// can become a part of a filter or of another entry's name.
/// </summary>
internal static class LdapMessage
{
    private const int Version = 3;
    private const byte WholeSubtree = 2;
    private const byte NeverDereferenced = 0;
    private const int EqualityMatch = 3;
    private const string StartTlsName = "1.3.6.1.4.1.1466.20037";
    private const string NoAttributes = "1.1";

    /// <summary>Shows by a password to be an entry. An empty one would not be looked at (RFC 4513, 5.1.2).</summary>
    public static byte[] Bind(int id, string name, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(password);
        return Message(id, LdapOperation.BindRequest, writer =>
        {
            writer.WriteInteger(Version);
            Text(writer, name);
            Text(writer, password, Inner(0));
        });
    }

    /// <summary>Asks for the names of the entries below another one whose attribute has a value.</summary>
    /// <param name="id">The number of the question.</param>
    /// <param name="below">Below which one.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="value">Its value.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="seconds">How long the directory may look.</param>
    public static byte[] Search(int id, string below, string attribute, string value, int most, int seconds) =>
        Message(id, LdapOperation.SearchRequest, writer =>
        {
            Text(writer, below);
            Choice(writer, WholeSubtree);
            Choice(writer, NeverDereferenced);
            writer.WriteInteger(most);
            writer.WriteInteger(seconds);
            writer.WriteBoolean(true);
            using (writer.PushSequence(Inner(EqualityMatch)))
            {
                Text(writer, attribute);
                Text(writer, value);
            }

            using (writer.PushSequence())
            {
                Text(writer, NoAttributes);
            }
        });

    /// <summary>Asks for encryption from here on.</summary>
    public static byte[] StartTls(int id) =>
        Message(id, LdapOperation.ExtendedRequest, writer => Text(writer, StartTlsName, Inner(0)));

    /// <summary>Reads an answer.</summary>
    /// <exception cref="AsnContentException">It is none.</exception>
    public static LdapAnswer Read(byte[] message)
    {
        var parts = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
        if (!parts.TryReadInt32(out var id) || parts.PeekTag() is not { TagClass: TagClass.Application } tag)
        {
            throw new AsnContentException();
        }

        var operation = (LdapOperation)tag.TagValue;
        var content = parts.ReadSequence(tag);
        return operation switch
        {
            LdapOperation.SearchResultEntry => new LdapAnswer(id, operation, 0, Encoding.UTF8.GetString(content.ReadOctetString())),
            LdapOperation.SearchResultReference => new LdapAnswer(id, operation, 0, ""),
            _ => new LdapAnswer(id, operation, CodeIn(content), ""),
        };
    }

    private static int CodeIn(AsnReader result)
    {
        var code = 0;
        foreach (var part in result.ReadEnumeratedBytes().Span)
        {
            code = checked((code << 8) | part);
        }

        return code;
    }

    private static byte[] Message(int id, LdapOperation operation, Action<AsnWriter> content)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(id);
            using (writer.PushSequence(new Asn1Tag(TagClass.Application, (int)operation)))
            {
                content(writer);
            }
        }

        return writer.Encode();
    }

    private static Asn1Tag Inner(int number) => new(TagClass.ContextSpecific, number);

    private static void Text(AsnWriter writer, string text, Asn1Tag? tag = null) =>
        writer.WriteOctetString(Encoding.UTF8.GetBytes(text), tag);

    private static void Choice(AsnWriter writer, byte number) =>
        writer.WriteEncodedValue([(byte)UniversalTagNumber.Enumerated, sizeof(byte), number]);
}

/// <summary>What a message is; the numbers are RFC 4511's.</summary>
internal enum LdapOperation
{
    BindRequest = 0,
    BindResponse = 1,
    SearchRequest = 3,
    SearchResultEntry = 4,
    SearchResultDone = 5,
    SearchResultReference = 19,
    ExtendedRequest = 23,
    ExtendedResponse = 24,
}

/// <summary>An answer.</summary>
/// <param name="Id">The number of the question.</param>
/// <param name="Operation">What it is.</param>
/// <param name="Code">The code of a result; 0: it succeeded.</param>
/// <param name="Name">The name of the entry that was found.</param>
internal sealed record LdapAnswer(int Id, LdapOperation Operation, int Code, string Name);
