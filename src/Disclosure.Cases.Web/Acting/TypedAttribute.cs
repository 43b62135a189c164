using System.Reflection;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Acting;

/// <summary>
/// A parameter of a handler for what somebody typed. What cannot be read is a finding beside its input, and nothing is sent;
/// whatever else cannot be bound nobody typed, and it is refused with 400.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class TypedAttribute : ModelBinderAttribute
{
    public TypedAttribute()
        : base(typeof(TypedBinder)) => BindingSource = BindingSource.Form;
}

/// <summary>Reads a typed parameter as <see cref="FormReader"/> reads fields; of a record each of its values.</summary>
internal sealed class TypedBinder(IStringLocalizer<Words> words) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var request = bindingContext.HttpContext.Request;
        if (!request.HasFormContentType)
        {
            return;
        }

        var reader = new FormReader(await request.ReadFormAsync(), words);
        var value = Read(reader, Capital(bindingContext.FieldName), bindingContext.ModelType, !bindingContext.ModelMetadata.IsRequired);
        foreach (var finding in reader.Findings)
        {
            bindingContext.ModelState.TryAddModelError(finding.Field!, finding.Text);
        }

        // The command's rules judge it.
        if (value is not null)
        {
            bindingContext.ValidationState[value] = new ValidationStateEntry { SuppressValidation = true };
        }

        bindingContext.Result = ModelBindingResult.Success(value);
    }

    private static object? Read(FormReader reader, string name, Type type, bool isOptional) => type switch
    {
        _ when type == typeof(string) => isOptional ? reader.OptionalText(name) : reader.Text(name),
        _ when type == typeof(DateOnly) => reader.Date(name),
        _ when type == typeof(DateOnly?) => reader.OptionalDate(name),
        _ when type == typeof(int) => reader.Number(name),
        _ when type == typeof(int?) => reader.OptionalNumber(name),
        _ when type == typeof(Guid) => reader.Id(name),
        _ when type == typeof(Guid?) => reader.IdOrAll(name),
        _ when type == typeof(bool) => reader.Yes(name),
        _ when type.IsEnum => typeof(FormReader).GetMethod(nameof(FormReader.Choice))!.MakeGenericMethod(type).Invoke(reader, [name]),
        _ => OfRecord(reader, name, type.GetConstructors()[0]),
    };

    private static object OfRecord(FormReader reader, string name, ConstructorInfo record)
    {
        var nullability = new NullabilityInfoContext();
        return record.Invoke([.. record.GetParameters().Select(each =>
            Read(reader, $"{name}.{each.Name}", each.ParameterType, nullability.Create(each).WriteState == NullabilityState.Nullable))]);
    }

    // Fields are called as the properties of commands are.
    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
