namespace Disclosure.Cases.Demonstration.Stories;

// What the district's supervision asks about late cases.
internal sealed partial class Story
{
    /// <summary>Asked about on a day; the answer is owed.</summary>
    public async Task<Guid> IsAskedAbout(DateOnly day)
    {
        await work.On(day);
        return await work.Ask(cast.Manager, "本案答复期限已到，尚未见送达记录。请说明目前进展、未按期答复的原因，并抓紧送达。");
    }

    /// <summary>Asked about on a day, and answered on the next working day.</summary>
    public async Task AnswersInquiry(DateOnly day)
    {
        var inquiry = await IsAskedAbout(day);
        await work.After(1);
        await work.AnswerInquiry(inquiry, "答复稿已拟好，因附件页数需重新核对，未能按期送签。已安排专人核对，三个工作日内送达。");
    }
}
