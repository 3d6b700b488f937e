import { formatNumber } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';

/** Number of the page that an address asks for, from 1. */
export function pageNumber(url: URL, param = 'side'): number {
	const asked = Number(url.searchParams.get(param) ?? 1);
	return Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
}

interface PageLink {
	label: string;
	href: string;
}

/** Where one is in a long list, and the pages before and after. */
export interface Pages {
	label: string;
	showing: string;
	at: string;
	previous: PageLink | null;
	next: PageLink | null;
}

/** Null when there is nothing to show; the filters in the address stay. */
export function pagesOf(
	url: URL,
	{ total, size, param = 'side' }: { total: number; size: number; param?: string }
): Pages | null {
	if (total === 0) return null;
	const pages = Math.max(1, Math.ceil(total / size));
	const current = pageNumber(url, param);

	function href(number: number): string {
		const params = [...url.searchParams].filter(([name]) => name !== param);
		if (number > 1) params.push([param, String(number)]);
		const query = new URLSearchParams(params).toString();
		return url.pathname + (query && `?${query}`);
	}
	return {
		label: m.common_pages(),
		showing: m.common_showing({
			from: formatNumber(Math.min((current - 1) * size + 1, total)),
			to: formatNumber(Math.min(current * size, total)),
			total: formatNumber(total)
		}),
		at: pages > 1 ? m.common_page_of({ page: current, pages }) : '',
		previous: current > 1 ? { label: m.common_page_previous(), href: href(current - 1) } : null,
		next: current < pages ? { label: m.common_page_next(), href: href(current + 1) } : null
	};
}
