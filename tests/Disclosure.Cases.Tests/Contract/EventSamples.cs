using System.Reflection;
using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.Tests.Contract;

/// <summary>
/// Every kind of event with made-up data, by the types and places of its members alone, so that no name in C# plays a part: once with
/// all members, once with those only that must be there.
/// </summary>
internal static class EventSamples
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent)))];

    public static IEnumerable<CaseEvent> All => Types.SelectMany(type => new[] { New(type, whole: true), New(type, whole: false) });

    private static CaseEvent New(Type type, bool whole) => (CaseEvent)new Filler(whole).Record(type);

    private sealed class Filler(bool whole)
    {
        private int count;

        public object Record(Type type)
        {
            var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
            return constructor.Invoke([.. constructor.GetParameters().Select(Member)]);
        }

        private object? Member(ParameterInfo parameter)
        {
            var isOptional = Nullable.GetUnderlyingType(parameter.ParameterType) is not null
                || Nullability.Create(parameter).WriteState == NullabilityState.Nullable;
            return isOptional && !whole ? null : Value(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType);
        }

        private object Value(Type type)
        {
            count++;
            return type == typeof(string) ? $"文字 {count}"
                : type == typeof(Guid) ? new Guid(count, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])
                : type == typeof(DateOnly) ? new DateOnly(2025, 9, 22).AddDays(count)
                : type == typeof(int) ? count
                : type == typeof(bool) ? whole
                : type.IsEnum ? Enum.ToObject(type, 0)
                : type == typeof(IReadOnlyDictionary<string, string>) ? new Dictionary<string, string> { [$"键 {count}"] = $"值 {count}" }
                : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? List(type.GetGenericArguments()[0])
                : Record(type);
        }

        private Array List(Type item)
        {
            var list = Array.CreateInstance(item, whole ? 2 : 1);
            for (var index = 0; index < list.Length; index++)
            {
                list.SetValue(Value(item), index);
            }

            return list;
        }
    }
}
