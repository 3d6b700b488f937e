import { expect, test } from 'vitest';
import { attachmentName, isPdf, sizeWord } from './attachment';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a PDF is told by its first and last bytes', () => {
	expect(isPdf(bytes('%PDF-1.7\nindhold\n%%EOF\n'))).toBe(true);
	expect(isPdf(bytes('%PDF-1.7\nhalvdelen'))).toBe(false);
	expect(isPdf(bytes('MZ%PDF-1.7\n%%EOF'))).toBe(false);
	expect(isPdf(bytes(`%PDF-1.7%%EOF${' '.repeat(2000)}`))).toBe(false);
	expect(isPdf(bytes(''))).toBe(false);
});

test.each([
	['Forløbsplan.PDF', 'Forløbsplan.pdf'],
	['C:\\Users\\Anna\\plan.pdf', 'plan.pdf'],
	['../../etc/plan.pdf', 'plan.pdf'],
	['pl\u202ean"\n.pdf', 'plan.pdf'],
	['virus.exe', 'virus.exe.pdf'],
	['', 'bilag.pdf'],
	['x'.repeat(300), `${'x'.repeat(116)}.pdf`]
])('a file called %j is kept as %j', (given, name) => {
	expect(attachmentName(given)).toBe(name);
});

test('a size is said in megabytes', () => {
	expect(sizeWord(10 * 1024 * 1024)).toBe('10 MB');
	expect(sizeWord(300)).toBe('0,1 MB');
});
