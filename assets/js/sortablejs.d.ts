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
  const Sortable: new (list: HTMLElement, settings: Settings) => object;
  export default Sortable;
}
