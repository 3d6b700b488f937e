/** What a job centre has noted on a module, for its own people. */
export interface ShortlistEntry {
	note: string;
	/** The role of whoever wrote it; null when the person has left. */
	writtenBy: string | null;
	/** ISO timestamp. */
	writtenAt: string;
}
