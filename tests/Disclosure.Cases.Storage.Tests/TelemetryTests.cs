using System.Diagnostics.Metrics;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Storage.Tests.Scheduling;

namespace Disclosure.Cases.Storage.Tests;

[NonParallelizable]
internal sealed class TelemetryTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public async Task Sweep_Tells_OpenCasesAlertsAndItself()
    {
        await Office.ToApproval();
        await Office.Do(Office.Clerk, TestOffice.Application("另一项"));
        Office.Clock.MoveTo(new DateOnly(2025, 10, 21));
        using var measured = new Measured(Office.Agency.Id);
        await Office.Do(Actor.Application, new SweepDeadlines());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                measured.Of("disclosure.cases.open"),
                Is.EqualTo(new[] { ("late", 0d), ("today", 0), ("1-3", 2), ("4-10", 0), ("over-10", 0), ("none", 0) }));
            Assert.That(measured.Of("disclosure.alerts").Single(alerts => alerts.Tag == "raised").Value, Is.GreaterThan(2));
            Assert.That(measured.Of("disclosure.sweep.duration"), Has.Count.EqualTo(1));
        }

        using var afterAChange = new Measured(Office.Agency.Id);
        await Office.Do(Actor.Application, new SweepDeadlines(Office.Agency.Id, CountsOpenCases: false));
        Assert.That(afterAChange.Of("disclosure.sweep.duration"), Has.Count.EqualTo(1));
        Assert.That(afterAChange.Of("disclosure.cases.open"), Is.Empty, "they are counted by the recurring job alone");
    }

    [Test]
    public async Task Delivery_Tells_WhatBecameOfEachAttempt()
    {
        await Office.Do(Office.Administrator, new Disclosure.Cases.Agencies.SetContact(Office.Clerk.Id, "clerk@example.gov.cn", null));
        await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 21));
        await Office.Do(Actor.Application, new SweepDeadlines());
        using var measured = new Measured(Office.Agency.Id);
        await Run(RequestedJob.SendNotification);
        Assert.That(measured.Of("disclosure.notifications"), Is.EqualTo(new[] { ("sent", 1d), ("sent", 1) }));
    }

    [Test]
    public async Task Exports_Tell_WhatBecameOfEachAttempt()
    {
        await Office.Register();
        await Office.Do(Office.Clerk, new RequestExport(Office.Agency.Id, Office.Clock.Today(), Office.Clock.Today()));
        using var measured = new Measured(Office.Agency.Id);
        Office.Sheets.AfterLine = _ => throw new IOException("No space left.");
        await Run(RequestedJob.MakeExport);
        Office.Sheets.AfterLine = _ => Task.CompletedTask;
        Office.Clock.Now += JobRetries.Pauses[0];
        await Office.Do(Actor.Application, new MakeExports());
        await Run(RequestedJob.MakeExport);
        Assert.That(measured.Of("disclosure.exports"), Is.EqualTo(new[] { ("waiting", 1d), ("done", 1) }));
    }

    private async Task Run(RequestedJob job)
    {
        foreach (var subject in Office.Requested.Take(job))
        {
            try
            {
                await Office.Runner().Run(job, subject, isAgain: false, default);
            }
            catch (IOException)
            {
                // As Hangfire does, the test goes on.
            }
        }
    }

    // What the meter said, each with its last tag; of other agencies, which other tests may sweep, nothing.
    private sealed class Measured : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly List<(string Name, string Tag, double Value)> values = [];

        public Measured(Guid agencyId)
        {
            listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Telemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
            listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
            listener.Start();

            void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
            {
                if (tags[0].Key != "agency" || tags[0].Value!.Equals(agencyId.ToString()))
                {
                    values.Add((instrument.Name, tags[^1].Value!.ToString()!, value));
                }
            }
        }

        public IReadOnlyList<(string Tag, double Value)> Of(string name) =>
            [.. values.Where(value => value.Name == name).Select(value => (value.Tag, value.Value))];

        public void Dispose() => listener.Dispose();
    }
}
