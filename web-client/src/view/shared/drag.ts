import type { Attachment } from 'svelte/attachments';

/**
 * Moving cards with a mouse, where there is one: beside the "Move to…" menu, never instead of it.
 * Native drag and drop, tied on from code because it has no keyboard meaning to declare.
 */
const kind = 'application/x-atelier-idea';

export function draggable(idea: string): Attachment<HTMLElement> {
  return (element) => {
    const finePointer = matchMedia('(pointer: fine)');
    if (!finePointer.matches) return;
    element.draggable = true;
    const start = (event: DragEvent): void => {
      event.dataTransfer?.setData(kind, idea);
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    };
    element.addEventListener('dragstart', start);
    return () => element.removeEventListener('dragstart', start);
  };
}

export function dropTarget(drop: (idea: string) => void): Attachment<HTMLElement> {
  return (element) => {
    const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes(kind) ?? false;
    const over = (event: DragEvent): void => {
      if (!carries(event)) return;
      event.preventDefault();
      element.dataset['over'] = '';
    };
    const leave = (): void => {
      delete element.dataset['over'];
    };
    const dropped = (event: DragEvent): void => {
      leave();
      const idea = event.dataTransfer?.getData(kind);
      if (!idea) return;
      event.preventDefault();
      drop(idea);
    };
    element.addEventListener('dragover', over);
    element.addEventListener('dragleave', leave);
    element.addEventListener('drop', dropped);
    return () => {
      element.removeEventListener('dragover', over);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('drop', dropped);
    };
  };
}
