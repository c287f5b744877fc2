/** Time and chance are handed in, so that tests decide them. All times are in milliseconds. */
export interface Environment {
  /** Since the Unix epoch, as this device believes. It may be wrong by hours, and jump. */
  now(): number;
  /**
   * Since some moment, never backwards: durations and deadlines are measured on it. It may stand
   * still while the device sleeps.
   */
  elapsed(): number;
  setTimer(run: () => void, delay: number): unknown;
  clearTimer(timer: unknown): void;
  /** In [0, 1). */
  random(): number;
  /** A UUID version 4, lowercase. */
  newId(): string;
}

export const systemEnvironment: Environment = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  setTimer: (run, delay) => setTimeout(run, delay),
  clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  random: () => Math.random(),
  newId: randomUuid,
};

/** `crypto.randomUUID` is missing on plain http, where a first trial often happens. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
