import type {
  Command,
  CommandAnswer,
  CreateWorkshopRequest,
  CreateWorkshopResponse,
  EnterResponse,
  JoinRequest,
  JoinResponse,
  Language,
  LinkRequest,
  LinkResponse,
  LiveRole,
  LookupResponse,
  Problem,
  ProblemCode,
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
  language?: () => Language;
  /** For scripts; pages have cookies. */
  bearer?: string;
}

export type ExportFormat = 'json' | 'csv' | 'csv-fr' | 'md' | 'html';

/** The HTTP side of the contract. Failures are values. */
export class Api {
  readonly #options: ApiOptions;

  constructor(options: ApiOptions = {}) {
    this.#options = options;
  }

  lookup(code: string): Promise<Answer<LookupResponse>> {
    return this.#call('GET', `/lookup?code=${encodeURIComponent(code)}`);
  }

  join(request: JoinRequest): Promise<Answer<JoinResponse>> {
    return this.#call('POST', '/join', request);
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

  erase(id: string): Promise<Answer<undefined>> {
    return this.#call('DELETE', workshopPath(id));
  }

  renewLink(id: string, role: LinkRequest['role']): Promise<Answer<LinkResponse>> {
    return this.#call('POST', `${workshopPath(id)}/links`, { role });
  }

  commands(id: string, role: LiveRole, commands: Command[]): Promise<Answer<CommandAnswer[]>> {
    return this.#call('POST', `${workshopPath(id)}/commands?as=${role}`, commands);
  }

  /** False only when the server says that this device's credential is no longer good. */
  async admitted(id: string, role: LiveRole): Promise<boolean> {
    const answer = await this.commands(id, role, []);
    return answer.ok || ![401, 403, 404, 410].includes(answer.failure.status);
  }

  exportUrl(id: string, format: ExportFormat): string {
    return `${this.#base}${workshopPath(id)}/export?format=${format}`;
  }

  summaryUrl(id: string): string {
    return `${this.#base}${workshopPath(id)}/summary`;
  }

  get #base(): string {
    return `${this.#options.origin ?? ''}/api/v1`;
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const { fetch: send = fetch, language, bearer } = this.#options;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (language) headers['accept-language'] = language();
    if (bearer) headers['authorization'] = `Bearer ${bearer}`;
    const init: RequestInit = { method, headers, credentials: 'same-origin' };
    if (body !== undefined) {
      headers['content-type'] = 'application/json';
      init.body = JSON.stringify(body);
    }
    let response: Response;
    try {
      response = await send(this.#base + path, init);
    } catch {
      return { ok: false, failure: { code: 'unreachable', status: 0 } };
    }
    return read<T>(response);
  }
}

function workshopPath(id: string): string {
  return `/workshops/${encodeURIComponent(id)}`;
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
