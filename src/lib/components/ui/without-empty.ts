/** Keeps what was not filled in out of the address that a filter leads to. */
export function withoutEmpty({ formData }: FormDataEvent) {
	for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
}
