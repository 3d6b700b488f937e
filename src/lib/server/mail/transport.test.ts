import { expect, test } from 'vitest';
import { mailText } from './transport';

const mail = { to: 'a@example.dk', subject: 'x' };

test('the text of a mail is what it says', () => {
	expect(mailText({ ...mail, text: 'Hej\n\nDu' })).toBe('Hej\n\nDu');
});

test('a mail in HTML is read as text, with its links written out', () => {
	const html = `<p>Hej &amp; velkommen</p>\n<p>\n\tTryk <a href="http://x/ny?a=1&amp;b=2">her</a></p><script>alert(1)</script>`;
	expect(mailText({ ...mail, html })).toBe(
		'Hej & velkommen\n\nTryk her: http://x/ny?a=1&b=2\n\nalert(1)'
	);
});
