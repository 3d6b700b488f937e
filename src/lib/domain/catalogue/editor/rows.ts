/** Rows of a form that are added, moved and taken out: by a script at once, by the server where there is none. */
const MOVES = ['add', 'remove', 'up'] as const;

/** What a button asks for: which rows, what to do, and with which of them. */
export interface RowMove {
	rows: string;
	move: (typeof MOVES)[number];
	index: number;
}

/** The value of the button that asks for a move, as `elements.remove.2`. */
export const rowMoveValue = ({ rows, move, index }: RowMove) => `${rows}.${move}.${index}`;

/** The move that a button asked for; null for what no button says. */
export function readRowMove(value: string): RowMove | null {
	const [rows = '', move = '', index = ''] = value.split('.');
	const known = MOVES.find((each) => each === move);
	return known && rows && /^\d{1,3}$/.test(index) ? { rows, move: known, index: +index } : null;
}

/** The rows after a move; `blank` is a new row beside those that are there. */
export function moveRow<Row>(
	rows: readonly Row[],
	{ move, index }: Pick<RowMove, 'move' | 'index'>,
	blank: (rows: readonly Row[]) => Row
): Row[] {
	if (move === 'add') return [...rows, blank(rows)];
	const row = rows[index];
	if (row === undefined) return [...rows];
	const others = rows.toSpliced(index, 1);
	return move === 'remove' ? others : others.toSpliced(Math.max(0, index - 1), 0, row);
}
