import { readFileSync } from 'node:fs';
import type { Template } from '../../../web-client/src/core/index.ts';

/** A shipped template, shortened to ideas, a board and a vote with dots: what most stories need. */
export function threeSteps(name: string): Template {
  const file = new URL(`../../../server/wire/templates/${name}.json`, import.meta.url);
  const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
  const kept = template.phases.filter(
    (phase) =>
      phase.kind === 'collect' ||
      phase.kind === 'sort' ||
      (phase.kind === 'vote' && phase.settings?.method === 'dots'),
  );
  return { ...template, phases: kept };
}
