using Disclosure.Cases.Registration;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class RegistrationDraftTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public async Task Draft_Kept_IsItsOwnersAlone()
    {
        var id = await Office.Do(Office.Clerk, new KeepDraft(null, "{\"𠮷\":1}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await Find(id, Office.Clerk),
                Is.EqualTo(new RegistrationDraft(id, Office.Clerk.Id, Office.Clock.Now, "{\"𠮷\":1}")));
            Assert.That(await Find(id, Office.Colleague), Is.Null);
            Assert.That(await Of(Office.Colleague), Is.Empty);
            Assert.That(
                (await Office.Send(Office.Colleague, new KeepDraft(id, "overwritten"))).Refusals,
                Is.EqualTo(new[] { new Refusal("draft.gone") }));
        }

        await Office.Do(Office.Colleague, new DiscardDraft(id));
        await Office.Do(Office.Colleague, TestOffice.Application() with { DraftId = id });
        Assert.That((await Find(id, Office.Clerk))!.Content, Is.EqualTo("{\"𠮷\":1}"), "nobody else deletes it either");
    }

    [Test]
    public async Task Draft_KeptAgain_IsTheSameOneAndComesFirst()
    {
        var first = await Office.Do(Office.Clerk, new KeepDraft(null, "a"));
        Office.Clock.Now += TimeSpan.FromMinutes(1);
        var second = await Office.Do(Office.Clerk, new KeepDraft(null, "b"));
        Office.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.That(await Office.Do(Office.Clerk, new KeepDraft(first, "c")), Is.EqualTo(first));
        Assert.That((await Of(Office.Clerk)).Select(draft => (draft.Id, draft.Content)), Is.EqualTo(new[] { (first, "c"), (second, "b") }));
    }

    [Test]
    public async Task Draft_RegisteredOrDiscarded_IsGone()
    {
        var registered = await Office.Do(Office.Clerk, new KeepDraft(null, "a"));
        var refused = await Office.Do(Office.Clerk, new KeepDraft(null, "b"));
        var discarded = await Office.Do(Office.Clerk, new KeepDraft(null, "c"));
        await Office.Do(Office.Clerk, TestOffice.Application() with { DraftId = registered });
        await Office.Send(Office.Clerk, TestOffice.Application() with { DraftId = refused, Items = [] });
        await Office.Do(Office.Clerk, new DiscardDraft(discarded));
        Assert.That((await Of(Office.Clerk)).Select(draft => draft.Id), Is.EqualTo(new[] { refused }));
        Assert.That((await Office.Send(Office.Clerk, new KeepDraft(registered, "again"))).Refusals.Single().Code, Is.EqualTo("draft.gone"));
    }

    [Test]
    public async Task Draft_LeftAlone_IsDeletedAfterThirtyDays()
    {
        var left = await Office.Do(Office.Clerk, new KeepDraft(null, "a"));
        Office.Clock.Now += TimeSpan.FromTicks(1);
        var later = await Office.Do(Office.Colleague, new KeepDraft(null, "b"));
        Office.Clock.Now += RegistrationDraft.KeptFor - TimeSpan.FromTicks(1);
        Assert.That(await Office.Do(Actor.Application, new DeleteOldDrafts()), Is.EqualTo(1));
        Assert.That(await Find(left, Office.Clerk), Is.Null);
        Assert.That(await Find(later, Office.Colleague), Is.Not.Null);
    }

    [Test]
    public async Task KeepDraft_WithAsManyAsOneMayHave_WaitsForOneOfThem()
    {
        await using var other = Office.Restart();
        var kept = await Task.WhenAll(Enumerable.Range(0, KeepDraft.MostDrafts + 2)
            .Select(turn => (turn % 2 == 0 ? Office : other).Send(Office.Clerk, new KeepDraft(null, "a"))));
        Assert.That(kept.Count(one => one.Succeeded), Is.EqualTo(KeepDraft.MostDrafts));
        Assert.That(kept.SelectMany(one => one.Refusals), Is.All.EqualTo(new Refusal("draft.tooMany", KeepDraft.MostDrafts)));
        await Office.Do(Office.Colleague, new KeepDraft(null, "somebody else's"));
    }

    [Test]
    public async Task KeepDraft_TooLongOrByWhoeverDoesNotRegister_IsRefused()
    {
        await Office.Do(Office.Clerk, new KeepDraft(null, new string('长', KeepDraft.LongestContent)));
        Assert.That(
            (await Office.Send(Office.Clerk, new KeepDraft(null, new string('长', KeepDraft.LongestContent + 1)))).Refusals.Single().Code,
            Is.EqualTo("draft.tooLong"));
        foreach (var actor in new[] { Office.Reviewer, Office.Manager, Office.Administrator })
        {
            Assert.That(
                (await Office.Send(actor, new KeepDraft(null, "a"))).Refusals.Single().Code,
                Is.EqualTo("actor.roleMissing"),
                actor.Name);
        }
    }

    private Task<RegistrationDraft?> Find(Guid id, Actor owner) =>
        Office.With<IRegistrationDrafts, RegistrationDraft?>(drafts => drafts.Find(id, owner.Id, default));

    private Task<IReadOnlyList<RegistrationDraft>> Of(Actor owner) =>
        Office.With<IRegistrationDrafts, IReadOnlyList<RegistrationDraft>>(drafts => drafts.Of(owner.Id, default));
}
