import type { FailureCode } from '../../core/api.ts';
import type { ExportFormat, ExportStatus } from '../../core/generated/protocol.ts';
import { x } from '../../i18n/exports.ts';
import { api } from './api.ts';

const lookAgain = 400;

/** One file on its way: asked for, looked after, given to the browser once it is ready. */
export class ExportJob {
  status: ExportStatus | undefined = $state.raw();
  failure: { code: FailureCode; data: object } | undefined = $state.raw();
  readonly busy: boolean = $derived(
    this.failure === undefined && (this.status?.state === 'queued' || this.status?.state === 'running'),
  );
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Which of the requests is the last: what the others answer is of no interest any more. */
  #round = 0;

  async begin(workshop: string, format: ExportFormat): Promise<void> {
    this.stop();
    const round = this.#round;
    this.status = undefined;
    this.failure = undefined;
    const answer = await api.beginExport(workshop, { format });
    if (round === this.#round) this.#take(workshop, answer);
  }

  /** Nobody looks any more; the server ends it by itself. */
  stop(): void {
    this.#round += 1;
    clearTimeout(this.#timer);
  }

  #take(workshop: string, answer: Awaited<ReturnType<typeof api.export>>): void {
    if (!answer.ok) {
      this.failure = { code: answer.failure.code, data: answer.failure.data ?? {} };
      return;
    }
    this.status = answer.value;
    const { state, code, data } = answer.value;
    if (state === 'failed') this.failure = { code: code ?? 'export_failed', data: data ?? {} };
    if (state === 'ready') save(this.url(workshop));
    if (!this.busy) return;
    const round = this.#round;
    this.#timer = setTimeout(() => {
      void api.export(workshop, answer.value.export).then((next) => {
        if (round === this.#round) this.#take(workshop, next);
      });
    }, lookAgain);
  }

  url(workshop: string): string {
    return api.exportedUrl(workshop, this.status?.export ?? '');
  }
}

/** What is being done, in words; nothing when nothing is. */
export function progressWords(status: ExportStatus | undefined): string {
  if (status?.state === 'queued') return status.ahead ? x('queued', { n: status.ahead }) : x('next');
  if (status?.state === 'running') return x(status.step ?? 'reading');
  if (status?.state === 'ready') return x('ready', { name: status.name ?? '' });
  return '';
}

function save(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
