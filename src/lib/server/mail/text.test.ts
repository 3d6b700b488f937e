import { expect, test } from 'vitest';
import { textOf } from './text';

test('a mail in HTML is read as text, with its links written out', () => {
	const html = `<p>Hej &amp; velkommen</p>\n<p>\n\tTryk <a href="http://x/ny?a=1&amp;b=2">her</a></p><hr /><p>Slut</p>`;
	expect(textOf(html)).toBe('Hej & velkommen\n\nTryk her: http://x/ny?a=1&b=2\n\nSlut');
});
