import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';

// The page of a summary is read by browsers, by screen readers and by machines that archive it: the
// golden one, which has everything in it, is valid HTML.

const golden = fileURLToPath(new URL('../domain/golden/', import.meta.url));
const pages = readdirSync(golden).filter((name) => name.endsWith('.html'));
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'long-title': 'off', // a title is as long as people made it
    'tel-non-breaking': 'off', // there is no telephone number of ours in it
  },
});

test('the page of a summary is valid HTML', async () => {
  expect(pages).not.toEqual([]);
  for (const page of pages) {
    const report = await validator.validateString(readFileSync(resolve(golden, page), 'utf8'));
    const found = report.results.flatMap(({ messages }) => messages.map(({ line, message, ruleId }) => `${page}:${String(line)} ${ruleId}: ${message}`));
    expect(found).toEqual([]);
  }
});
