import type { meetingsRefusals } from '../../../domain/refusals/meetings';

export const meetings: Record<keyof typeof meetingsRefusals, string> = {
  'meeting-opened':
    'The meeting has been opened, and this is done before that. Tell the secretary at the meeting instead.',
  'meeting-closed':
    'The meeting is closed, and what happened there is no longer changed. A mistake in the minutes is put right in their text before verification.',
  'meeting-not-opened': 'The meeting has not been opened. Open the meeting first.',
  'meeting-not-closed':
    'The minutes cannot be verified before the meeting is closed. Close the meeting first.',
  'meeting-ended':
    'The meeting has come to its end: the notices are taken down and the time has passed. What remains becomes a new matter.',
  'agenda-not-approved':
    'The chair has not approved the agenda. The summons is issued once it is approved. Ask the chair to approve it.',
  'summons-not-issued': 'The summons has not been issued. Issue the summons before the meeting is opened.',
  'minutes-verified':
    'The minutes are verified. After the last signature nothing is edited, unsigned or voided. An obvious slip is put right in a new document that is registered in the matter, or in an item of a coming meeting that is linked to the minutes as a supplement; anything else is a new matter.',
  'minutes-not-verified':
    'The minutes are not verified by all. Notice and dispatch come when the last one has verified.',
  'plan-without-months': 'The rule of the plan has no months. Choose at least one month.',
  'plan-month-unknown': 'There is no month {month}. State months from 1 to 12.',
  'rules-of-procedure-missing':
    'The body has no rules of procedure in force on {day}. Enter those that apply then; deadlines and summons are counted from them.',
  'plan-without-days': 'The plan has no days. Choose a rule, or give at least one day by hand.',
  'plan-adds-nothing':
    'All the days are in the plan for {year} already. Give a new day, or change a meeting that is planned.',
  'plan-day-other-year': 'The day {day} is not in {year}. Put it in the plan of its own year.',
  'plan-day-passed': 'The day {day} has passed. A meeting is planned on a day to come.',
  'plan-empty': 'There is no plan for {year} to publish. Plan the meetings first.',
  'plan-published-already':
    'The plan for {year} is published already. Changes in it are seen by everyone at once.',
  'meeting-times-reversed': 'The meeting ends at {end}, before it starts at {start}. Correct the times.',
  'meeting-day-taken': 'The body has a meeting on {day} already. Choose another day.',
  'meeting-summoned':
    'The summons is issued, and day, time and place stand in it. Change the contents by a new version of the agenda.',
  'item-of-other-meeting':
    'The item belongs to another meeting. Add it here as a new item, linked to the earlier one.',
  'carried-item-not-earlier':
    'Item {item} does not belong to an earlier meeting. Link to an item of an earlier meeting, or add the item without a link.',
  'carried-item-not-settled':
    'Item {item} was not put off. Only what was referred back, tabled, postponed or withdrawn is taken up again, when its meeting is closed. Add the matter as a new item instead.',
  'carried-item-already':
    'Item {item} already has a new item that carries it on. Use that item, or remove it first.',
  'matter-not-open': 'The matter {number} is not open. Reopen it before it is put on an agenda.',
  'document-on-item-already': 'The document is at the item already. Change its place in the order instead.',
  'document-closed-to-open-item':
    'The document belongs to a closed item and cannot be put at an open one. Mark the item as closed, or choose another document.',
  'approval-asked-already':
    'The chair has the agenda for approval already. Nothing more needs to be done now.',
  'approval-not-asked':
    'The agenda is not with you for approval: you have answered already, or the secretary goes on working on it. Await the next request.',
  'agenda-unchanged':
    'Version {letter} is approved, and nothing has changed since. Nothing more needs to be done.',
  'agenda-recused-approver':
    'You are recused from a closed item and do not see the whole list. Ask the vice chair to approve the agenda.',
  'agenda-changed-since-approval':
    'The agenda has changed since the chair approved version {letter}. Ask the chair to approve the changes before the summons is issued.',
  'summons-issued-already':
    'The summons is issued already for version {letter} of the agenda. A new version is issued when the agenda has been changed and approved.',
  'summons-without-recipients':
    'Nobody holds a seat in the body on that day, so the summons has no recipient. Enter members and substitutes first.',
  'summons-not-sent-yet':
    'The summons has not been sent yet, it is still being made. Wait a moment and try again.',
  'summons-opened-already':
    'That recipient has opened the summons already, so no call needs noting. Load the page again to see who is left.',
  'summons-replaced':
    'The summons has been replaced by a new version. Note the call at the recipients of the new version.',
  'papers-not-out': 'The papers come with the summons. You get a letter when they are here.',
  'papers-not-for-reader':
    'You are not called to this item, so its papers are not for you. Ask the secretary if you need them.',
  'papers-withheld-recused':
    'You are recused from item {items}, so you cannot open the whole package. The papers of the other items stand one by one on the page.',
  'summons-too-late':
    'The summons was due by {lastDay}, {days} days before the meeting, and the rules of procedure allow no later one. Choose a later day for the meeting.',
  'late-summons-needs-reason':
    'The summons was due by {lastDay}, {days} days before the meeting. It can still be sent: write the reason, which is kept with the summons.',
  'remote-not-allowed':
    'The body may not meet remotely, since the full council has not decided so. Take part in the room, or report absence so that a substitute is called.',
  'remote-request-too-late':
    'Remote participation was to be asked for by {lastDay}, {days} days before the meeting. Take part in the room, or report absence so that a substitute is called.',
  'remote-asked-already':
    'You have already asked to take part remotely. The chair answers; you see the answer on the page of the meeting.',
  'remote-decided-already':
    'The chair has already decided on the request. Contact the secretary if things have changed.',
  'remote-answered-already':
    'The chair has answered the request, so it cannot be taken back. You may still take part on the spot: tell the secretary before the roll call. If you cannot come at all, report an absence.',
  'remote-withdrawn-already':
    'The request to take part remotely is taken back and needs no answer. The member can ask anew in time before the meeting.',
  'remote-refusal-needs-reason':
    'A no to remote participation needs a reason, so that the member understands it. Write the reason and answer again.',
  'absence-already-reported':
    'Absence is already reported for {name}. Take the report back if it has to change.',
  'absence-not-reported':
    'There is no reported absence to take back for that seat. You need not do anything more.',
  'substitute-ask-closed':
    'The question is closed: a substitute is ready, or the member comes after all. You need not do anything.',
  'substitute-ask-expired':
    'The time to answer is out and the next substitute has been asked. Contact the secretary if you can serve after all.',
  'substitute-ask-answered': 'You have already answered. Contact the secretary if the answer has to change.',
  'recusal-decided-by-body':
    'The question of recusal in item {item} has been decided by the body (KL 6:30), so the one who is recused cannot take it back. Speak to the chair if the decision should be tried again.',
  'recusal-item-taken-up':
    'Item {item} has been taken up, so you cannot take back the recusal yourself. Tell the chair; the secretary records it.',
  'recusal-withdrawn-already':
    'The recusal has already been taken back. Declare it anew if the ground is there after all.',
  'agenda-empty': 'The agenda is empty. Add at least one item before the chair approves it.',
  'template-item-unknown': 'The item is not in the template. Read the page anew and try again.',
  'template-fact-unknown':
    'No meeting has the fact {fact}. Write the sentence without it, or with one of {known}.',
  'template-full': 'The template has {most} items already. Take one out before you add another.',
  'item-not-on-agenda': 'The item is not on the agenda. Load the page again and retry.',
  'position-outside-agenda': 'There is no position {position} on the list. State a number from 1 to {last}.',
  'item-without-title': 'Item {item} has no title. Write what the item is about.',
  'item-must-be-closed':
    'Item {item} is an exercise of public authority against someone and is held behind closed doors (KL 6:25). Mark the item as closed.',
  'closed-item-without-public-title':
    'Item {item} is closed and has no public title. Write a title that can be shown to everyone.',
  'item-already-withdrawn':
    'Item {item} is already withdrawn. Put the matter on the agenda as a new item if it is to be treated.',
  'item-already-treated':
    'Item {item} has been treated and cannot be withdrawn. Correct what is recorded of it instead.',
  'item-approved':
    'Item {item} stands in an approved agenda and cannot be removed. Withdraw it, with a reason.',
  'item-has-sub-items': 'Item {item} has sub-items. Remove them first, or withdraw the item with a reason.',
  'item-has-links':
    'Recusals, motions, presence, a returning assignment or a later item belong to item {item}, so it cannot be removed. Withdraw it, with a reason.',
  'withdrawal-needs-reason': 'Item {item} can be withdrawn, but the minutes say why. Write the reason.',
  'recusal-already-declared': 'Recusal is already declared for item {item}. Nothing more needs to be done.',
  'recusal-after-decision':
    'Item {item} has been treated, so recusal can no longer be declared for it. Speak to the chair; a fault can be tried on appeal.',
  'recusal-after-sub-item':
    'A sub-item of item {item} has been decided, and a recusal from the item holds for it too, so none can be recorded or taken back. If the recusal is about what remains, record it at that sub-item; otherwise a fault can be tried on appeal.',
  'recusal-after-vote':
    'The vote on item {item} is held and stands as it was cast, so no recusal can be recorded or taken back. If it is to be held again: open a new vote, change the recusal and vote again.',
  'recusal-needs-circumstance':
    'State the special circumstance that makes you recused (KL 6:28). A short sentence is enough.',
  'seat-unknown': 'The seat is not in the body, or nobody holds it. Choose a person from the list.',
  'already-present':
    'The person is already recorded as present. Record instead when the person leaves, or strike the note if it is wrong.',
  'not-present': 'The person is not recorded as present. Record the arrival first.',
  'item-not-open': 'No item is open. Open the item that the change is to hold from.',
  'substitute-of-other-principal':
    'The substitute was elected by another principal. A member is replaced only by substitutes of the same principal. Choose one of those, or leave the seat empty.',
  'member-serves-the-seat':
    'The member in seat {seat} serves. A substitute goes in only when the member is away or recused.',
  'substitute-in-the-seat':
    'A substitute serves in seat {seat} already. First record that this substitute goes out, and then who goes in.',
  'substitute-recused':
    'The substitute is recused from the item and may not serve. Choose the next substitute of the same principal.',
  'substitute-not-present':
    'The substitute is not in the room. Record the arrival first, or choose a substitute who is here.',
  'substitute-serves-already':
    'The substitute already serves. A person has one seat at a time: choose another substitute of the same principal.',
  'substitute-does-not-serve':
    'The substitute does not serve, so there is no seat to leave. Read the page anew and see who serves.',
  'left-may-not-serve-again':
    'One who has broken off for another cause than recusal may not serve again the same day by the rules of procedure (compare KL 5:20). The person may stay in the room. Choose another substitute.',
  'substitute-out-of-turn':
    'Substitute {first} comes before substitute {chosen} in the order of the principal. Seat substitute {first}.',
  'not-quorate':
    'The body is not quorate: {serving} serve and {needed} are needed (KL 6:27). Seat substitutes or adjourn. Otherwise the item comes up at a later meeting.',
  'ballot-of-one-who-does-not-serve':
    'Only those who serve for the item may vote. Check who sits in the seat.',
  'may-not-abstain':
    'In an exercise of public authority against someone, those who take part may not abstain (KL 4:26). Record yes or no.',
  'ballot-twice': 'One seat has two votes. Everyone has one vote: remove one of them.',
  'ballots-missing':
    'Votes are missing from {missing} of those who serve. Record yes, no or abstains for each before the vote is closed.',
  'chair-must-vote':
    'The votes are equal, {yes} to {no}, and the chair has abstained. The chair votes when it is needed to decide. Record the vote of the chair.',
  'decision-without-points': 'The decision has no points. Write what the body decides, one point at a time.',
  'decision-takes-no-points':
    'The minutes show what was decided (KL 5:66). When an item is rejected, referred back, tabled, postponed or withdrawn, that is the outcome and the reason, without points. Remove the points. Write why under Reason, and what somebody is to do under Assignments.',
  'points-not-numbered':
    'The points of the decision are not numbered in order: point {number} is missing. Number them from 1.',
  'point-without-text': 'Point {number} of the decision is empty. Write the point or remove it.',
  'referral-needs-reason':
    'A referral back says why the matter goes back and what is to be completed. Write the reason.',
  'postponement-needs-reason': 'A postponed item has a reason. Write the reason.',
  'withdrawal-needs-reason-in-minutes': 'The minutes say why the matter is withdrawn. Write the reason.',
  'condition-needs-conditional':
    'What must be completed belongs to a conditional approval. Choose that outcome, or take the condition away.',
  'condition-needs-what':
    'A conditional decision says what is to be completed. Write it; by whom and when is stated before verification.',
  'statement-kind-not-used':
    'The body does not use this kind of entry in its minutes. Choose another, or tell the secretary.',
  'reservation-after-close':
    'The reservation was not announced before the meeting closed, and so cannot be taken (KL 4:27). The reasons of an announced reservation can be handed in until verification.',
  'reservation-without-taking-part':
    'Only those who took part in deciding the item may enter a reservation (KL 4:27). One who did not serve can ask for a note in the minutes where the rules of procedure allow it.',
  'reservation-before-decision':
    'The item is not decided yet. Enter the reservation when the decision is taken, before the meeting closes.',
  'reservation-already-announced':
    'The reservation is already recorded. The reasons can be handed in until verification.',
  'reservation-withdrawn-already':
    'It is taken back already. To make a reservation, announce it again before the meeting closes.',
  'reservation-stands-after-close':
    'The meeting is closed, so the reservation belongs to the minutes and cannot be taken back here (KL 4:27). If it was a mistake, hand in as its written reason that you take it back, before the time of verification.',
  'reservation-reason-too-late':
    'The time of verification has come, so the written reason can no longer be taken. The reservation itself stays in the minutes.',
  'sub-item-before-its-item': 'The sub-item is treated when item {item} is open. Open item {item} first.',
  'sub-items-taken-already':
    'Item {item} has a sub-item that has been taken up and stands in the item’s paragraph. Whether it is open or closed cannot be changed now; finish it as it is.',
  'closed-sub-item':
    'A closed sub-item below an open item cannot have a decision of its own: the item’s paragraph is published. Make it a closed item of its own, or close all of item {item}.',
  'item-decided-already':
    'Item {item} has been decided. Change the decision if something is recorded wrongly.',
  'motion-of-one-who-does-not-serve':
    'Whoever does not serve for the item cannot move a motion. Record first that the person serves, or choose the one who does.',
  'motion-withdrawn-already':
    'The motion has been withdrawn already. Record a new motion if it is made again.',
  'motion-of-other-item':
    'The motion belongs to another item. Read the page again and choose a motion of this item.',
  'vote-closed-already': 'The vote is closed. If it is to be taken again, open a new vote.',
  'ballots-not-cast': 'The roll call is not recorded yet. Record the ballots first.',
  'ballots-unchanged': 'The ballots are the same as before. Change the one that is wrong, or close the vote.',
  'ballots-cast-already':
    'The roll call is recorded already. Correct the ballot that is wrong before you close the vote.',
  'presence-after-last-item':
    'Item {item} is done and no item remains, so whoever comes or goes now affects no decision. If an earlier item is to be taken up again: take it up first, then make the note.',
  'presence-contradicts-vote':
    'The correction does not agree with the vote on item {item}, which stands as it was cast. If someone came or went after the vote: note it now, and it holds from the next item.',
  'presence-not-quorate':
    'With the correction the board would not have been quorate when item {item} was decided: {serving} serving, and {needed} are needed (KL 6:27). Check who came, went and served, and correct the note that is wrong.',
  'item-voted-already':
    'The vote on item {item} is closed and stands as it was cast. Go to the item and record the decision instead of taking it up again.',
  'presence-corrected-already':
    'The note has been corrected already. Read the page again and correct the one that holds.',
  'verification-too-late':
    'The minutes are to be verified at the latest {days} days after the meeting, which is {last} (Local Government Act 5:69). Choose that day or an earlier one.',
  'verification-before-meeting':
    'The minutes cannot be verified before the day of the meeting, {day}. Give that day or a later one.',
  'earlier-meeting-not-closed':
    'The meeting of {day} in the same row of numbers is not closed, and its paragraphs are numbered first. Close that meeting.',
  'vote-not-closed': 'A vote is open. Close it first, or press Opened by mistake.',
  'item-not-treated':
    'Item {item} has not been treated. Treat it, withdraw it or postpone it before the meeting is closed.',
  'item-not-decided':
    'Item {item} has no decision. Record what the body decided before the meeting is closed.',
};
