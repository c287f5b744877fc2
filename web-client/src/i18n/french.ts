const narrow = '\u202f';
const fixed = '\u00a0';

/** French spaces and apostrophes, so that catalogues are typed with an ordinary keyboard. */
export function frenchTypography(text: string): string {
  return text
    .replace(/'/g, '’')
    .replace(/ (?=[;!?])/g, narrow)
    .replace(/ (?=[:»])/g, fixed)
    .replace(/« /g, `«${fixed}`);
}

/** 14 h 05. */
export function frenchTimeOfDay(date: Date): string {
  return `${date.getHours()}${fixed}h${fixed}${String(date.getMinutes()).padStart(2, '0')}`;
}
