import type { SummaryDraft } from '../../core/generated/protocol.ts';

/** A draft as one text for each field, by the field's path: what a page edits and compares. */
export type Fields = Readonly<Record<string, string>>;

export const sections = [
  'figures', 'ideas', 'matrices', 'votes', 'agreement', 'words', 'questions', 'commitments',
  'closing', 'participation', 'method',
] as const;
export const storySteps = ['observation', 'tension', 'action', 'horizon'] as const;

/** Lists are a line each; a link is its title, a bar, its address. Empty fields are left out. */
export function fieldsOf(draft: SummaryDraft): Fields {
  const all: [string, string | undefined][] = [
    ['organisers', draft.organisers?.join('\n')],
    ['partners', draft.partners?.join('\n')],
    ['introduction', draft.introduction],
    ['call_to_action', draft.call_to_action],
    ['next_theme', draft.next_theme],
    ['links', draft.links?.map(({ title, url }) => `${title} | ${url}`).join('\n')],
    ['open_licence', draft.open_licence ? 'yes' : ''],
    ...sections.map((key): [string, string | undefined] => [`sections.${key}`, draft.sections?.[key]]),
    ...storySteps.map((key): [string, string | undefined] => [`story.${key}`, draft.story?.[key]]),
  ];
  for (const [board, text] of Object.entries(draft.boards ?? {})) all.push([`boards.${board}`, text]);
  for (const [board, levers] of Object.entries(draft.levers ?? {})) {
    for (const [lever, text] of Object.entries(levers)) all.push([`levers.${board}.${lever}`, text]);
  }
  return Object.fromEntries(all.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

const lines = (text: string): string[] =>
  text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

function linkIn(line: string): { title: string; url: string } {
  const bar = line.lastIndexOf('|');
  const url = line.slice(bar + 1).trim();
  return { title: bar < 0 ? url : line.slice(0, bar).trim() || url, url };
}

/** The members whose path begins with that, by what follows. */
function under(fields: Fields, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([path, text]) => path.startsWith(prefix) && text.trim() !== '')
      .map(([path, text]) => [path.slice(prefix.length), text]),
  );
}

export function draftOf(fields: Fields): SummaryDraft {
  const draft: SummaryDraft = {};
  const text = (path: string): string => fields[path] ?? '';
  const organisers = lines(text('organisers'));
  const partners = lines(text('partners'));
  const links = lines(text('links')).map(linkIn);
  if (organisers.length > 0) draft.organisers = organisers;
  if (partners.length > 0) draft.partners = partners;
  if (links.length > 0) draft.links = links;
  if (text('introduction').trim()) draft.introduction = text('introduction');
  if (text('call_to_action').trim()) draft.call_to_action = text('call_to_action');
  if (text('next_theme').trim()) draft.next_theme = text('next_theme');
  if (text('open_licence')) draft.open_licence = true;
  const parts = under(fields, 'sections.');
  if (Object.keys(parts).length > 0) draft.sections = parts;
  const boards = under(fields, 'boards.');
  if (Object.keys(boards).length > 0) draft.boards = boards;
  const story = under(fields, 'story.');
  if (Object.keys(story).length > 0) draft.story = story;
  const levers: Record<string, Record<string, string>> = {};
  for (const [path, said] of Object.entries(under(fields, 'levers.'))) {
    const [board = '', lever = ''] = path.split('.');
    (levers[board] ??= {})[lever] = said;
  }
  if (Object.keys(levers).length > 0) draft.levers = levers;
  return draft;
}

export interface Merged {
  fields: Fields;
  /** Where both changed the same field, and not to the same: what is in `fields` there is mine. */
  conflicts: readonly { path: string; mine: string; theirs: string }[];
}

/** Two drafts that were made from the same one, field by field. */
export function merge(base: Fields, mine: Fields, theirs: Fields): Merged {
  const fields: Record<string, string> = {};
  const conflicts: { path: string; mine: string; theirs: string }[] = [];
  for (const path of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [before = '', here = '', there = ''] = [base[path], mine[path], theirs[path]];
    const text = here === before ? there : here;
    if (text !== '') fields[path] = text;
    if (here !== before && there !== before && here !== there) {
      conflicts.push({ path, mine: here, theirs: there });
    }
  }
  return { fields, conflicts };
}
