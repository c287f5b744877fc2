/** What is left of a workshop, in words: the same on the page and in the file that is kept. */
export interface Paper {
  language: string;
  title: string;
  says: string;
  parts: readonly Part[];
}
export interface Part {
  title: string;
  rows: readonly (readonly [label: string, value: string])[];
  note?: string;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

const style = `
body { max-width: 44rem; margin: 3rem auto; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: #18211f; background: #fff; }
h1 { line-height: 1.2; } h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
dl { margin: 0; } dl div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding: .375rem 0; border-bottom: 1px solid #d3dadc; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; } p { max-width: 40rem; }
@media print { body { margin: 0; padding: 0; } }`;

function partHtml({ title, rows, note }: Part): string {
  const lines = rows.map(([label, value]) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`);
  return `<h2>${escaped(title)}</h2>\n<dl>\n${lines.join('\n')}\n</dl>${note ? `\n<p>${escaped(note)}</p>` : ''}`;
}

/** One file that any browser opens and prints, with nothing outside it. */
export function paperHtml({ language, title, says, parts }: Paper): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(says)}</p>
${parts.map(partHtml).join('\n')}
</body>
</html>
`;
}
