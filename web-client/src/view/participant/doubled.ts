/** A finger that bounces, or that hits twice to be sure. Nobody reads and decides again so soon. */
const soon = 350;

/** Says, of each time it is asked, whether it comes too soon after the last to be meant. */
export function doubled(now: () => number = () => performance.now()): () => boolean {
  let last = -Infinity;
  return () => {
    const time = now();
    const too = time - last < soon;
    last = time;
    return too;
  };
}
