namespace Disclosure.Cases.CaseFiles;

/// <summary>What people do with a case. <c>StepTransitions</c> says when each is possible, by whom, and where it leads.</summary>
public enum CaseAction
{
    /// <summary>确认收到.</summary>
    ConfirmReceipt,

    /// <summary>作废登记.</summary>
    VoidRegistration,

    /// <summary>拆分案卷.</summary>
    Split,

    /// <summary>回答五步法之问.</summary>
    AnswerStep,

    /// <summary>退回前一步.</summary>
    TakeUpStepAgain,

    /// <summary>收到补正.</summary>
    ReceiveCorrection,

    /// <summary>收到说明.</summary>
    ReceiveExplanation,

    /// <summary>收到缴费.</summary>
    ReceivePayment,

    /// <summary>记录检索.</summary>
    RecordSearch,

    /// <summary>公开审查.</summary>
    ReviewDisclosure,

    /// <summary>负责人同意延期.</summary>
    ConsentToExtension,

    /// <summary>收到意见.</summary>
    ReceiveOpinion,

    /// <summary>申请人撤回.</summary>
    Withdraw,

    /// <summary>拟写文书.</summary>
    Draft,

    /// <summary>提交审签.</summary>
    Submit,

    /// <summary>退回修改.</summary>
    Return,

    /// <summary>签发.</summary>
    Approve,

    /// <summary>送达前撤销文书.</summary>
    WithdrawDocument,

    /// <summary>送达.</summary>
    Serve,

    /// <summary>登记签收.</summary>
    RecordDelivery,

    /// <summary>登记退件.</summary>
    RecordReturnedMail,

    /// <summary>归档.</summary>
    Archive,

    /// <summary>重新办理.</summary>
    Reopen,

    /// <summary>更正申请人信息.</summary>
    ChangeApplicant,

    /// <summary>承继.</summary>
    SucceedApplicant,

    /// <summary>更正申请事项.</summary>
    CorrectItem,

    /// <summary>指定收件人.</summary>
    NameRecipients,

    /// <summary>改派.</summary>
    Reassign,

    /// <summary>更正日期.</summary>
    ProposeDateCorrection,

    /// <summary>审核日期更正.</summary>
    DecideDateCorrection,

    /// <summary>通话记录.</summary>
    LogCall,

    /// <summary>添加附件.</summary>
    Attach,

    /// <summary>督办.</summary>
    OpenInquiry,

    /// <summary>答复督办.</summary>
    AnswerInquiry,

    /// <summary>登记争议: a reconsideration or an action.</summary>
    RecordDispute,

    /// <summary>登记复议答复、应诉答辩.</summary>
    AnswerDispute,

    /// <summary>登记争议结果.</summary>
    DecideDispute,

    /// <summary>撤销误登的争议.</summary>
    VoidDispute,

    /// <summary>请同事办理.</summary>
    AskColleague,

    /// <summary>不再请同事办理.</summary>
    WithdrawAsking,

    /// <summary>第二人确认.</summary>
    DecideGuardedAct,
}
