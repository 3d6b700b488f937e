/** What an agreement is about, as the one choice of a form and back. */
import type { Matter } from './agreement';

const WRITTEN = /^(modul|emne):([\w-]{1,60})$/;

export const matterValue = ({ moduleId, subjectCode }: Matter): string =>
	moduleId === null ? `emne:${subjectCode}` : `modul:${moduleId}`;

export function matterOf(value: string): Matter | null {
	const [, kind, key] = WRITTEN.exec(value) ?? [];
	if (key === undefined) return null;
	return kind === 'modul'
		? { moduleId: key, subjectCode: null }
		: { moduleId: null, subjectCode: key };
}
