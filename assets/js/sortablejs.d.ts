/** The little of SortableJS that the agenda uses; the package has no types of its own. */
declare module 'sortablejs' {
  interface Moved {
    readonly oldIndex: number | undefined;
    readonly newIndex: number | undefined;
  }
  interface Settings {
    readonly handle: string;
    readonly ghostClass: string;
    readonly animation: number;
    readonly onEnd: (moved: Moved) => void;
  }
  export default class Sortable {
    constructor(list: HTMLElement, settings: Settings);
  }
}
