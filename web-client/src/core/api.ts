import type {
  Command,
  CommandAnswer,
  ContinueRequest,
  CreateWorkshopRequest,
  CreateWorkshopResponse,
  DraftResponse,
  EnterResponse,
  ErasureResponse,
  ExportRequest,
  ExportStatus,
  HandoverResponse,
  Hello,
  JoinRequest,
  JoinResponse,
  KeepingResponse,
  Language,
  LinkRequest,
  LinkResponse,
  LiveRole,
  LogResponse,
  LookupResponse,
  PairsResponse,
  PollResponse,
  PublicationResponse,
  PurgeCertificate,
  Problem,
  ProblemCode,
  SimilarResponse,
  RehearsalRequest,
  RehearsalStatus,
  SearchResponse,
  SeriesInfo,
  SeriesListResponse,
  SeriesRequest,
  SummaryDraft,
  TemplatesResponse,
  UpdateWorkshopRequest,
  WorkshopInfo,
  WorkshopListResponse,
} from './generated/protocol.ts';

/** `unreachable`: no answer at all; `unexpected`: an answer that is not the contract's. */
export type FailureCode = ProblemCode | 'unreachable' | 'unexpected';
export interface Failure {
  readonly code: FailureCode;
  readonly status: number;
  readonly title?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export interface ApiOptions {
  /** Empty in a page: same origin. */
  origin?: string;
  fetch?: typeof fetch;
  language?: () => string;
  /** For scripts; pages have cookies. */
  bearer?: string;
}

/** The HTTP side of the contract. Failures are values. */
export class Api {
  readonly #options: ApiOptions;
  /** Who one is where cookies are refused; it never goes into an address. */
  token: string | undefined;
  /** Which participant the page believes to be: on a device that people share the cookie may change. */
  participant: string | undefined;

  constructor(options: ApiOptions = {}) {
    this.#options = options;
    this.token = options.bearer;
  }

  lookup(code: string): Promise<Answer<LookupResponse>> {
    return this.#call('GET', `/lookup?code=${encodeURIComponent(code)}`);
  }

  join(request: JoinRequest): Promise<Answer<JoinResponse>> {
    return this.#call('POST', '/join', request);
  }

  /** Be the same participant here, by the secret of their link. */
  continue(request: ContinueRequest): Promise<Answer<JoinResponse>> {
    return this.#call('POST', '/continue', request);
  }

  /** A link for oneself, to another device. */
  handOver(id: string): Promise<Answer<HandoverResponse>> {
    return this.#call('POST', `${workshopPath(id)}/handover?${this.#as('participant')}`);
  }

  enter(secret: string): Promise<Answer<EnterResponse>> {
    return this.#call('POST', '/enter', { secret });
  }

  templates(language: Language): Promise<Answer<TemplatesResponse>> {
    return this.#call('GET', `/templates?language=${language}`);
  }

  workshops(): Promise<Answer<WorkshopListResponse>> {
    return this.#call('GET', '/workshops');
  }

  workshop(id: string): Promise<Answer<WorkshopInfo>> {
    return this.#call('GET', workshopPath(id));
  }

  create(request: CreateWorkshopRequest): Promise<Answer<CreateWorkshopResponse>> {
    return this.#call('POST', '/workshops', request);
  }

  update(id: string, changes: UpdateWorkshopRequest): Promise<Answer<WorkshopInfo>> {
    return this.#call('PATCH', workshopPath(id), changes);
  }

  draft(id: string): Promise<Answer<DraftResponse>> {
    return this.#call('GET', `${workshopPath(id)}/draft`);
  }

  /** Over the revision that was read; `draft_changed` brings what is there now. */
  saveDraft(id: string, revision: number, draft: SummaryDraft): Promise<Answer<DraftResponse>> {
    return this.#call('PUT', `${workshopPath(id)}/draft`, { revision, draft });
  }

  /** The page that publishing would freeze, as text. */
  async preview(id: string): Promise<Answer<string>> {
    const response = await this.#send('GET', `${workshopPath(id)}/preview`, undefined, undefined);
    if (!response) return unreachable;
    return response.ok ? { ok: true, value: await response.text() } : read(response);
  }

  publication(id: string): Promise<Answer<PublicationResponse>> {
    return this.#call('GET', `${workshopPath(id)}/publication`);
  }

  publish(id: string): Promise<Answer<PublicationResponse>> {
    return this.#call('POST', `${workshopPath(id)}/publication`);
  }

  unpublish(id: string): Promise<Answer<PublicationResponse>> {
    return this.#call('DELETE', `${workshopPath(id)}/publication`);
  }

  /** Without a person: what is one's own. */
  erasePerson(id: string, role: LiveRole, participant?: string): Promise<Answer<ErasureResponse>> {
    return this.#call('POST', `${workshopPath(id)}/erasure?as=${role}`, participant ? { participant } : {});
  }

  anonymise(id: string): Promise<Answer<unknown>> {
    return this.#call('POST', `${workshopPath(id)}/anonymisation`);
  }

  /** Null: as long as the server does. */
  keep(id: string, days: number | null): Promise<Answer<KeepingResponse>> {
    return this.#call('PUT', `${workshopPath(id)}/keeping`, { days });
  }

  purge(id: string): Promise<Answer<PurgeCertificate>> {
    return this.#call('POST', `${workshopPath(id)}/purge`);
  }

  series(): Promise<Answer<SeriesListResponse>> {
    return this.#call('GET', '/series');
  }

  createSeries(request: SeriesRequest): Promise<Answer<SeriesInfo>> {
    return this.#call('POST', '/series', request);
  }

  updateSeries(id: string, changes: SeriesRequest): Promise<Answer<SeriesInfo>> {
    return this.#call('PATCH', `/series/${encodeURIComponent(id)}`, changes);
  }

  eraseSeries(id: string): Promise<Answer<undefined>> {
    return this.#call('DELETE', `/series/${encodeURIComponent(id)}`);
  }

  showSeries(id: string, published: boolean): Promise<Answer<SeriesInfo>> {
    return this.#call(published ? 'POST' : 'DELETE', `/series/${encodeURIComponent(id)}/publication`);
  }

  /** A zip with its page and everything of its workshops, once it is made and here. */
  async seriesFile(id: string): Promise<Answer<File>> {
    const response = await this.#send('GET', `/series/${encodeURIComponent(id)}/export`, undefined, undefined);
    if (!response) return unreachable;
    if (!response.ok) return read(response);
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'series.zip';
    const bytes = await response.blob().catch(() => undefined);
    return bytes ? { ok: true, value: new File([bytes], name, { type: bytes.type }) } : unreachable;
  }

  search(words: string, series?: string): Promise<Answer<SearchResponse>> {
    const of = series ? `&series=${encodeURIComponent(series)}` : '';
    return this.#call('GET', `/search?q=${encodeURIComponent(words)}${of}`);
  }

  erase(id: string): Promise<Answer<undefined>> {
    return this.#call('DELETE', workshopPath(id));
  }

  renewLink(id: string, role: LinkRequest['role']): Promise<Answer<LinkResponse>> {
    return this.#call('POST', `${workshopPath(id)}/links`, { role });
  }

  beginRehearsal(id: string, request: RehearsalRequest): Promise<Answer<RehearsalStatus>> {
    return this.#call('POST', `${workshopPath(id)}/rehearsal`, request);
  }

  rehearsal(id: string): Promise<Answer<RehearsalStatus>> {
    return this.#call('GET', `${workshopPath(id)}/rehearsal`);
  }

  stopRehearsal(id: string): Promise<Answer<RehearsalStatus>> {
    return this.#call('DELETE', `${workshopPath(id)}/rehearsal`);
  }

  commands(
    id: string,
    role: LiveRole,
    commands: Command[],
    signal?: AbortSignal,
  ): Promise<Answer<CommandAnswer[]>> {
    return this.#call('POST', `${workshopPath(id)}/commands?${this.#as(role)}`, commands, signal);
  }

  /** The bytes of a stream of frames, as they come. */
  async stream(
    id: string,
    role: LiveRole,
    resume: Hello['resume'],
    signal: AbortSignal,
  ): Promise<Answer<ReadableStream<Uint8Array>>> {
    const path = `${workshopPath(id)}/stream?${this.#as(role)}${resumeQuery(resume)}`;
    const response = await this.#send('GET', path, undefined, signal);
    if (!response) return unreachable;
    return response.ok && response.body ? { ok: true, value: response.body } : read(response);
  }

  /** Frames, as soon as there are some. `session` is one tab's. */
  poll(
    id: string,
    role: LiveRole,
    session: string,
    resume: Hello['resume'],
    signal: AbortSignal,
  ): Promise<Answer<PollResponse>> {
    const path = `${workshopPath(id)}/poll?${this.#as(role)}&session=${session}${resumeQuery(resume)}`;
    return this.#call('GET', path, undefined, signal);
  }

  /** Published ideas that seem to say what someone is typing. */
  similar(id: string, role: LiveRole, text: string, signal?: AbortSignal): Promise<Answer<SimilarResponse>> {
    return this.#call('POST', `${workshopPath(id)}/similar?${this.#as(role)}`, { text }, signal);
  }

  /** Ideas that seem to say the same, for who moderates. */
  pairs(id: string, role: LiveRole): Promise<Answer<PairsResponse>> {
    return this.#call('GET', `${workshopPath(id)}/pairs?as=${role}`);
  }

  /** What facilitators and moderators did, newest first. */
  actions(id: string): Promise<Answer<LogResponse>> {
    return this.#call('GET', `${workshopPath(id)}/log?as=facilitator`);
  }

  /**
   * Files as they are, one behind the other: `path` is where they go, `query` what is said of them.
   * Past 16 MiB the server does not take them.
   */
  async sendFiles<T>(path: string, files: readonly File[], query: URLSearchParams): Promise<Answer<T>> {
    for (const file of files) {
      query.append('name', file.name);
      query.append('size', String(file.size));
    }
    const response = await this.#send('POST', `${path}?${query}`, new Blob([...files]), undefined);
    return response ? read<T>(response) : unreachable;
  }

  /** Asks for a file; it is made by itself. */
  beginExport(id: string, request: ExportRequest): Promise<Answer<ExportStatus>> {
    return this.#call('POST', `${workshopPath(id)}/exports`, request);
  }

  export(id: string, name: string): Promise<Answer<ExportStatus>> {
    return this.#call('GET', `${workshopPath(id)}/exports?export=${encodeURIComponent(name)}`);
  }

  /** Where a ready file is. */
  exportedUrl(id: string, name: string): string {
    return `${this.#base}${workshopPath(id)}/exports/file?export=${encodeURIComponent(name)}`;
  }

  summaryUrl(id: string): string {
    return `${this.#base}${workshopPath(id)}/summary`;
  }

  #as(role: LiveRole): string {
    return asQuery(role, this.participant);
  }

  get #base(): string {
    return `${this.#options.origin ?? ''}/api/v1`;
  }

  async #call<T>(
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<Answer<T>> {
    const response = await this.#send(method, path, body, signal);
    return response ? read<T>(response) : unreachable;
  }

  /** Undefined when nothing answers. */
  async #send(
    method: string,
    path: string,
    body: unknown,
    signal: AbortSignal | undefined,
  ): Promise<Response | undefined> {
    const { fetch: send = fetch, language } = this.#options;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (language) headers['accept-language'] = language();
    if (this.token) headers['authorization'] = `Bearer ${this.token}`;
    const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
    if (signal) init.signal = signal;
    if (body instanceof Blob) {
      headers['content-type'] = 'application/octet-stream';
      init.body = body;
    } else if (body !== undefined) {
      headers['content-type'] = 'application/json';
      init.body = JSON.stringify(body);
    }
    return send(this.#base + path, init).catch(() => undefined);
  }
}

const unreachable = { ok: false, failure: { code: 'unreachable', status: 0 } } as const;

function workshopPath(id: string): string {
  return `/workshops/${encodeURIComponent(id)}`;
}

/** Whose cookie is meant, and who that is to be. */
export function asQuery(role: LiveRole, participant: string | undefined): string {
  return `as=${role}${participant === undefined ? '' : `&participant=${encodeURIComponent(participant)}`}`;
}

function resumeQuery(resume: Hello['resume']): string {
  return resume ? `&after=${resume.seq}&epoch=${encodeURIComponent(resume.epoch)}` : '';
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const value: unknown = await response.json().catch(() => undefined);
  if (response.ok && (value !== undefined || response.status === 204)) {
    return { ok: true, value: value as T };
  }
  const problem = value as Partial<Problem> | undefined;
  if (typeof problem?.code !== 'string') {
    return { ok: false, failure: { code: 'unexpected', status: response.status } };
  }
  const { code, title, data } = problem;
  return {
    ok: false,
    failure: { code, status: response.status, ...(title && { title }), ...(data && { data }) },
  };
}
