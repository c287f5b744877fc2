/* eslint svelte/prefer-svelte-reactivity: off -- the cells are reactive, the map need not be */

/**
 * An object whose fields are reactive one by one: who reads the ideas is not asked again because somebody
 * voted. `view` stays the same object and always shows the newest; a field that is what it was costs nothing.
 */
export class Parts<T extends object> {
  readonly view = {} as T;
  readonly #cells = new Map<string, Cell>();

  update(next: T): void {
    for (const [name, value] of Object.entries(next)) {
      const cell = this.#cells.get(name);
      if (cell) cell.value = value;
      else this.#add(name, new Cell(value));
    }
  }

  #add(name: string, cell: Cell): void {
    this.#cells.set(name, cell);
    Object.defineProperty(this.view, name, { get: () => cell.value, enumerable: true });
  }
}

class Cell {
  value: unknown = $state.raw();

  constructor(value: unknown) {
    this.value = value;
  }
}
