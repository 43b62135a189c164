using System.CommandLine;
using System.Text;
using Disclosure.Cases.Cli;

// Chinese comes out right wherever the output goes, and without a byte-order mark.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var language = new Option<string>("--language")
{
    Description = "The language of messages: zh or en.",
    DefaultValueFactory = _ => Texts.Chinese,
    Recursive = true,
};
language.AcceptOnlyFromAmong(Texts.Chinese, Texts.English);

var root = new RootCommand("Disclosure.Cases: the statutory clock, the reply templates, and the care of the database.")
{
    language,
    ClockCommand.Create(language),
    TemplatesCommand.Create(language),
};
foreach (var command in DatabaseCommands.Create(language).Concat(RecordCommands.Create(language)).Concat(JobCommands.Create(language)))
{
    root.Add(command);
}

MistypedOptions.KeepOptionsOut(root);
return await root.Parse(args).InvokeAsync();
