import { carryOnItem } from '../../commands/meetings/agenda/carry-on-item';
import { addItem } from '../../commands/meetings/agenda/add-item';
import { approveAgenda } from '../../commands/meetings/agenda/approve-agenda';
import { returnAgenda } from '../../commands/meetings/agenda/return-agenda';
import { askForApproval } from '../../commands/meetings/agenda/ask-for-approval';
import { changeItem } from '../../commands/meetings/agenda/change-item';
import { attachDocument, detachDocument, moveDocument } from '../../commands/meetings/agenda/item-documents';
import { moveItem } from '../../commands/meetings/agenda/move-item';
import { saveOrder } from '../../commands/meetings/agenda/save-order';
import { supplementMinutes } from '../../commands/meetings/agenda/supplement-minutes';
import { removeItem } from '../../commands/meetings/agenda/remove-item';
import { withdrawItem } from '../../commands/meetings/agenda/withdraw-item';
import { changeMeeting } from '../../commands/meetings/plan/change-meeting';
import { planMeetings } from '../../commands/meetings/plan/plan-meetings';
import { publishPlan } from '../../commands/meetings/plan/publish-plan';
import { setAgendaTemplate } from '../../commands/meetings/plan/set-agenda-template';
import {
  orderTemplate,
  removeTemplateItem,
  setTemplateItem,
} from '../../commands/meetings/plan/template-edits';
import { issueSummons } from '../../commands/meetings/summons/issue-summons';
import { recordSummonsOpened } from '../../commands/meetings/summons/record-summons-opened';
import { recordCalled } from '../../commands/meetings/summons/record-called';
import { sendSummonsAgain } from '../../commands/meetings/summons/send-summons-again';
import { AddedItem } from '../../contracts/meetings/agenda/add-item';
import {
  ApprovalAsked,
  ApprovedAgenda,
  ReturnedAgenda,
} from '../../contracts/meetings/agenda/approve-agenda';
import { ChangedItem } from '../../contracts/meetings/agenda/change-item';
import { ItemDocuments } from '../../contracts/meetings/agenda/item-documents';
import { SavedOrder } from '../../contracts/meetings/agenda/order';
import { MinutesSupplemented } from '../../contracts/meetings/agenda/supplement-minutes';
import { RemovedItem } from '../../contracts/meetings/agenda/remove-item';
import { WithdrawnItem } from '../../contracts/meetings/agenda/withdraw-item';
import { ChangedMeeting } from '../../contracts/meetings/plan/change-meeting';
import { PlannedMeetings } from '../../contracts/meetings/plan/plan-meetings';
import { PublishedPlan } from '../../contracts/meetings/plan/publish-plan';
import { AgendaTemplateSet } from '../../contracts/meetings/plan/set-agenda-template';
import { IssuedSummons } from '../../contracts/meetings/summons/issue-summons';
import { TemplateChanged } from '../../contracts/meetings/plan/template-items';
import { Called, SentAgain, SummonsOpened } from '../../contracts/meetings/summons/recipients';
import type { Command } from '../../commands/runner/command';
import { checkedText } from './checked-texts';
import { expose, type ExposedCommand } from '../exposed-command';

/** "Ärendet i korthet" goes into the summons: a sign that no typeface has is refused when it is saved. */
function withSummaryChecked<Input extends { summary?: string | null | undefined }, Result>(
  command: Command<Input, Result>,
): Command<Input, Result> {
  return checkedText(
    command,
    ({ summary }) => summary ?? '',
    (input, summary) => ({ ...input, summary: (input.summary ?? null) === null ? null : summary }),
  );
}

/** Plan, agenda and summons of a meeting. */
export const meetingsPlanning: readonly ExposedCommand[] = [
  expose(planMeetings, {
    result: PlannedMeetings,
    receipt: 'plan.planned',
    summary: 'Plan the meetings of a year by rule or by hand',
  }),
  expose(changeMeeting, {
    result: ChangedMeeting,
    receipt: 'plan.changed',
    summary: 'Change day, time or place of a meeting before its summons',
  }),
  expose(publishPlan, {
    result: PublishedPlan,
    receipt: 'plan.published',
    summary: 'Publish the plan of a year',
  }),
  expose(setAgendaTemplate, {
    result: AgendaTemplateSet,
    receipt: 'plan.templateSet',
    summary: 'Decide what the agendas of a body begin from',
  }),
  expose(setTemplateItem, {
    result: TemplateChanged,
    receipt: 'template.itemSet',
    summary: 'Add or change an item of the template of agendas',
  }),
  expose(orderTemplate, {
    result: TemplateChanged,
    receipt: 'template.ordered',
    summary: 'Save the order of the template of agendas',
  }),
  expose(removeTemplateItem, {
    result: TemplateChanged,
    receipt: 'template.itemRemoved',
    summary: 'Take an item out of the template of agendas',
  }),
  expose(withSummaryChecked(addItem), {
    result: AddedItem,
    receipt: 'agenda.itemAdded',
    summary: 'Put an item on an agenda',
  }),
  expose(carryOnItem, {
    result: AddedItem,
    receipt: 'agenda.itemAdded',
    summary: 'Put an earlier item on the agenda again',
  }),
  expose(withSummaryChecked(changeItem), {
    result: ChangedItem,
    receipt: 'agenda.itemChanged',
    summary: 'Change an item of an agenda',
  }),
  expose(moveItem, {
    result: SavedOrder,
    receipt: 'agenda.itemMoved',
    summary: 'Move an item one step or to a position',
  }),
  expose(saveOrder, {
    result: SavedOrder,
    receipt: 'agenda.orderSaved',
    summary: 'Save the order of an agenda',
  }),
  expose(supplementMinutes, {
    result: MinutesSupplemented,
    receipt: 'agenda.itemChanged',
    summary: 'Say that an item supplements earlier minutes',
  }),
  expose(withdrawItem, {
    result: WithdrawnItem,
    receipt: 'agenda.itemWithdrawn',
    summary: 'Withdraw an item with a reason',
  }),
  expose(removeItem, {
    result: RemovedItem,
    receipt: 'agenda.itemRemoved',
    summary: 'Remove an item that no approved agenda holds',
  }),
  expose(attachDocument, {
    result: ItemDocuments,
    receipt: 'agenda.documentAttached',
    summary: 'Put a document at an item',
  }),
  expose(detachDocument, {
    result: ItemDocuments,
    receipt: 'agenda.documentDetached',
    summary: 'Take a document away from an item',
  }),
  expose(moveDocument, {
    result: ItemDocuments,
    receipt: 'agenda.documentMoved',
    summary: 'Move a document in the order of an item',
  }),
  expose(askForApproval, {
    result: ApprovalAsked,
    receipt: 'agenda.asked',
    summary: 'Hand the agenda to the chair for approval',
  }),
  expose(approveAgenda, {
    result: ApprovedAgenda,
    receipt: 'agenda.approved',
    summary: 'Approve the agenda as a version',
  }),
  expose(returnAgenda, {
    result: ReturnedAgenda,
    receipt: 'agenda.returned',
    summary: 'Hand the agenda back with what should be changed',
  }),
  expose(issueSummons, {
    result: IssuedSummons,
    receipt: 'summons.issued',
    summary: 'Issue the summons, or a new version of it',
  }),
  expose(sendSummonsAgain, {
    result: SentAgain,
    receipt: 'summons.sentAgain',
    summary: 'Send the letter of the summons to one recipient again',
  }),
  expose(recordCalled, {
    result: Called,
    receipt: 'summons.called',
    summary: 'Note that a recipient who had not opened the summons has been rung',
  }),
  expose(recordSummonsOpened, {
    result: SummonsOpened,
    receipt: 'summons.opened',
    summary: 'Note that the reader has opened the papers',
  }),
];
