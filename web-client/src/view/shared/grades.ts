import { v } from '../../i18n/votes.ts';

/** From the worst, 0, to the best, 5. */
export const grades = [0, 1, 2, 3, 4, 5] as const;

export function gradeWords(grade: number): string {
  return v(`grade_${grades[grade] ?? 0}`);
}
