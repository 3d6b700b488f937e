import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import template from './paper.typ?raw';

export interface Section {
	heading: string;
	paragraphs?: string[];
	/** Term and value; below the table where there are both. */
	facts?: [string, string][];
	/** The first column says what; `foot` is the row that adds up. */
	table?: { head: string[]; rows: string[][]; foot?: string[] };
}

export interface Paper {
	/** Language of its words, for those who have it read aloud. */
	lang: string;
	title: string;
	lead: string;
	footer: string;
	sections: Section[];
}

let compiler: NodeCompiler | undefined;

/** The paper as an accessible PDF (PDF/UA-1): tagged, with title and language. What breaks that rule is a fault and throws. */
export function pdfOf(paper: Paper): Buffer {
	compiler ??= NodeCompiler.create();
	const pdf = compiler.pdf(
		{ mainFileContent: template, inputs: { paper: JSON.stringify(paper) } },
		{ pdfStandard: 'ua-1' }
	);
	// What has been laid out is of no use to the next paper.
	compiler.evictCache(10);
	return pdf;
}

/** Shown in the browser, by a name to keep it under. */
export function pdfResponse(paper: Paper, name: string): Response {
	return new Response(new Uint8Array(pdfOf(paper)), {
		headers: {
			'Content-Type': 'application/pdf',
			'Content-Disposition': `inline; filename="${name}.pdf"`
		}
	});
}
