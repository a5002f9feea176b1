import 'htmx.org';
import { startAgendaOrder } from './agenda-order';
import { startAutosave } from './autosave';
import { startDateWords } from './date-words';
import { focusErrors } from './focus-errors';
import { startOutcomeFields } from './outcome-fields';
import { startRequestErrors } from './request-errors';
import { startSessionKeys } from './session-keys';
import { startSessionQueue } from './session-queue';
import { startThemeChoice } from './theme-choice';
import { startUnsavedTextGuard } from './unsaved-text';
import { startUploadProgress } from './upload-progress';

startThemeChoice();
startUnsavedTextGuard();
startAutosave();
startDateWords();
startUploadProgress();
startAgendaOrder();
startOutcomeFields();
startRequestErrors();
startSessionQueue();
startSessionKeys();
focusErrors();

// Few pages have an editor, and it is larger than everything else together.
const loadEditor = (): void => {
  if (document.querySelector('rich-text') !== null) void import('../editor/rich-text');
};
loadEditor();
document.addEventListener('htmx:after:swap', loadEditor);
