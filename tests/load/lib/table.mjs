// Medians, and tables in Markdown.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

export function markdown(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** 0.63, 5.2, 187, 1,216: as many digits as there is meaning. */
export function short(value) {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) < 1 ? 2 : Math.abs(value) < 10 ? 1 : 0;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** What the figures were taken on: they mean little elsewhere. */
export function machine(os) {
  return `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, Linux ${os.release()}`;
}
