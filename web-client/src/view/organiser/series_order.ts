/** The same list with two of its places exchanged; a place that is not there changes nothing. */
export function exchanged<T>(list: readonly T[], at: number, to: number): T[] {
  const out = [...list];
  const [here, there] = [out[at], out[to]];
  if (here === undefined || there === undefined) return out;
  out[at] = there;
  out[to] = here;
  return out;
}
