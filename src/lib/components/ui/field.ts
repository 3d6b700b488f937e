import type { InputConstraint } from 'sveltekit-superforms';

/** What every field takes. */
export interface FieldProps {
	/** Name of the form field, such as `title` or `lines[0].unitPrice`. */
	name: string;
	label: string;
	hint?: string;
	/** `$errors.title` */
	errors?: string[];
	/** `$constraints.title`: says whether the field must be filled in, and how long it may be. */
	constraints?: InputConstraint;
	/** Overrides what the constraints say. */
	required?: boolean;
	/** Tells ids apart where several forms of a page have a field of this name. */
	scope?: string;
	/** Leaves out whether the field must be filled in, as where all of a list's filters may be empty. */
	unmarked?: boolean;
}

/** Id of a field, made of its name, so that the error summary can link to it. */
export function fieldId(name: string, scope = ''): string {
	return `field-${scope}${name.replaceAll(/[[\].]+/g, '-').replace(/-$/, '')}`;
}

/** Ids of the texts that describe a field. */
export function describedBy(id: string, { hint, errors }: Pick<FieldProps, 'hint' | 'errors'>) {
	return (
		[hint && `${id}-hint`, errors?.length && `${id}-error`].filter(Boolean).join(' ') || undefined
	);
}

/**
 * Focuses what is new on the page. Its `autofocus` is for browsers without JavaScript: left there, it would take the focus
 * again when another form of the page has been sent.
 */
export function takeFocus(box: HTMLElement): void {
	box.autofocus = false;
	box.focus();
}
