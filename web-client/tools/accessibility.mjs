// The page /accessibility: who runs the service declares how accessible it is, in a JSON file that
// ATELIER_DECLARATION names (deploy/README.md). Without one: not compliant, nobody audited it.
import { readFileSync } from 'node:fs';
import { named } from './named.mjs';
import { words } from './accessibility_words.mjs';

const states = ['none', 'partial', 'full'];
const known = ['organisation', 'site', 'conformity', 'audit', 'declared', 'contact', 'gaps', 'remedies'];
const isText = (value) => typeof value === 'string' && value.trim() !== '';
const isDay = (value) => /^\d{4}-\d{2}-\d{2}$/.test(value ?? '') && !Number.isNaN(Date.parse(value));
const isTexts = (value) => Array.isArray(value) && value.every(isText);

/** What is wrong with a declaration, in words; nothing when it can be shown. */
export function wrongWith(given) {
  const wrong = Object.keys(given).filter((key) => !known.includes(key)).map((key) => `"${key}" is not known`);
  const { conformity = 'none', audit, contact = {}, gaps = {}, remedies = {}, declared } = given;
  if (!states.includes(conformity)) wrong.push(`"conformity" is none of: ${states.join(', ')}`);
  if (conformity !== 'none' && !audit) wrong.push(`"conformity" is "${conformity}", and there is no "audit"`);
  if (audit && !(isText(audit.by) && isDay(audit.date) && audit.percent >= 0 && audit.percent <= 100))
    wrong.push('"audit" needs "by", "date" (2026-01-31) and "percent" (0 to 100)');
  if (declared !== undefined && !isDay(declared)) wrong.push('"declared" is no day (2026-01-31)');
  if (!Object.values(contact).every(isText)) wrong.push('"contact" has something that is no text');
  for (const [name, lists] of Object.entries({ gaps, remedies }))
    for (const [language, list] of Object.entries(lists))
      if (!['fr', 'en'].includes(language) || !isTexts(list)) wrong.push(`"${name}" is lists of texts in "fr" and "en"`);
  return wrong;
}

export function readDeclaration() {
  const file = process.env['ATELIER_DECLARATION'];
  if (!file) return {};
  let given;
  try {
    given = JSON.parse(readFileSync(named(file), 'utf8'));
  } catch (cause) {
    throw new Error(`ATELIER_DECLARATION: ${file} cannot be read as JSON`, { cause });
  }
  const wrong = wrongWith(given);
  if (wrong.length > 0) throw new Error(`ATELIER_DECLARATION: ${file}: ${wrong.join('; ')}`);
  return given;
}

const escaped = (text) =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** Narrow and fixed spaces, as French is printed (src/i18n/french.ts). */
const french = (html) => html.replace(/ (?=[;!?])/g, '\u202f').replace(/ (?=[:%»])/g, '\u00a0').replace(/« /g, '«\u00a0');
const list = (items) => `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
const paragraph = (text) => `<p>${escaped(text)}</p>`;
const heading = (text) => `<h2>${escaped(text)}</h2>`;

function contactHtml(contact, w) {
  const { email, phone, form, post } = contact;
  const ways = [
    email && `<a href="mailto:${escaped(email)}">${escaped(email)}</a>`,
    phone && escaped(phone),
    form && `<a href="${escaped(form)}">${escaped(form)}</a>`,
    post && escaped(post),
  ].filter(Boolean);
  return ways.length > 0 ? `<ul>${ways.map((way) => `<li>${way}</li>`).join('')}</ul>` : paragraph(w.contactMissing);
}

function section(language, given) {
  const w = words[language];
  const { conformity = 'none', audit, contact = {}, gaps = {}, remedies = {}, declared } = given;
  const day = (date) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  const parts = [
    `<h1>${escaped(w.title)}</h1>`,
    paragraph(w.about(given.organisation, given.site)),
    heading(w.stateTitle),
    `<p class="state"><strong>${escaped(w.state[conformity])}</strong> ${escaped(audit ? w.audited(audit.by, day(audit.date), audit.percent) : w.notAudited)}</p>`,
    heading(w.checkedTitle),
    paragraph(w.checkedText),
    list(w.checked),
    heading(w.gapsTitle),
    list([...w.gaps, ...(gaps[language] ?? [])]),
    heading(w.contactTitle),
    paragraph(w.contactText),
    contactHtml(contact, w),
    heading(w.remediesTitle),
    list(remedies[language] ?? w.remedies),
    declared ? paragraph(w.declared(day(declared))) : '',
  ];
  const html = parts.join('\n');
  return `<section id="${language}" lang="${language}">${language === 'fr' ? french(html) : html}</section>`;
}

export const declarationHtml = (given) => `${section('fr', given)}\n${section('en', given)}`;

/** Puts the declaration into its page, and its outcome into the link that leads there. */
export function declaration() {
  const given = readDeclaration();
  return {
    name: 'declaration',
    config: () => ({ define: { __CONFORMITY__: JSON.stringify(given.conformity ?? 'none') } }),
    transformIndexHtml: (html) => html.replace('<!-- declaration -->', () => declarationHtml(given)),
  };
}
