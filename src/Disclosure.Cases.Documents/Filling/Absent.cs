using System.Collections;
using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace Disclosure.Cases.Documents.Filling;

/// <summary>
/// An optional fact that was not given: false in <c>{{#if}}</c>, nothing in <c>{{#each}}</c>; but printed it leaves a mark,
/// so that a wording that forgot to ask is found and no letter goes out with a hole.
/// </summary>
internal sealed class Absent(string key) : IEnumerable
{
    public const char Mark = '\uE002';

    public string Key { get; } = key;

    public IEnumerator GetEnumerator()
    {
        yield break;
    }

    public override string ToString() => $"{Mark}{Key}{Mark}";
}

internal sealed class AbsentFormatter : IFormatterProvider, IFormatter
{
    public bool TryCreateFormatter(Type type, [NotNullWhen(true)] out IFormatter? formatter)
    {
        formatter = type == typeof(Absent) ? this : null;
        return formatter is not null;
    }

    public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(value?.ToString() ?? "", false);
}
