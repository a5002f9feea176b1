import 'htmx.org';
import { startAgendaOrder } from './agenda-order';
import { startDateWords } from './date-words';
import { focusErrors } from './focus-errors';
import { startRequestErrors } from './request-errors';
import { startThemeChoice } from './theme-choice';
import { startUnsavedTextGuard } from './unsaved-text';
import { startUploadProgress } from './upload-progress';

startThemeChoice();
startUnsavedTextGuard();
startDateWords();
startUploadProgress();
startAgendaOrder();
startRequestErrors();
focusErrors();
