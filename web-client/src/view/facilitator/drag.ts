import type { Attachment } from 'svelte/attachments';

/** Dragging cards with a mouse, where there is one: the third way, after the menu and the keys. */
const kind = 'application/x-atelier-idea';

export function draggable(idea: string): Attachment<HTMLElement> {
  return (card) => {
    const start = (event: DragEvent): void => {
      event.dataTransfer?.setData(kind, idea);
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    };
    card.draggable = true;
    card.addEventListener('dragstart', start);
    return () => {
      card.draggable = false;
      card.removeEventListener('dragstart', start);
    };
  };
}

/** While a card is over it, the place carries `data-over`. */
export function droppable(drop: (idea: string) => void): Attachment<HTMLElement> {
  return (place) => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes(kind)) return;
      event.preventDefault();
      place.dataset['over'] = '';
    };
    const leave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node && place.contains(event.relatedTarget))) {
        delete place.dataset['over'];
      }
    };
    const land = (event: DragEvent): void => {
      delete place.dataset['over'];
      const idea = event.dataTransfer?.getData(kind);
      if (!idea) return;
      event.preventDefault();
      drop(idea);
    };
    place.addEventListener('dragover', over);
    place.addEventListener('dragleave', leave);
    place.addEventListener('drop', land);
    return () => {
      place.removeEventListener('dragover', over);
      place.removeEventListener('dragleave', leave);
      place.removeEventListener('drop', land);
    };
  };
}
