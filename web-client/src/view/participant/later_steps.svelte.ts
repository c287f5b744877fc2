type Steps = typeof import('./later.ts');

let loaded: Steps | undefined = $state.raw();
let failed = $state.raw(false);

/** The pages of later steps: asked for at once, tried again when the network is back. */
export const laterSteps = {
  get loaded() {
    return loaded;
  },
  get failed() {
    return failed;
  },
  load(): void {
    if (loaded) return;
    failed = false;
    import('./later.ts').then(
      (steps) => (loaded = steps),
      () => (failed = true),
    );
  },
};
